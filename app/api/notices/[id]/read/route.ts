import { markNoticeRead } from '@/lib/notifications/commands'
import { NotificationId } from '@/lib/notifications/schema'
import { writing } from '@/lib/server/route'

/** A route, not an action: it is sent on the way to another page, where an action would be dropped. */
export const PUT = writing(NotificationId, markNoticeRead)
