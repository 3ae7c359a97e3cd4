import { Button } from '@/components/ui/button'

/** The foot of a dialog: leave, or do what it is for. */
export function ActionsRow(props: {
  verb: string
  busy: boolean
  disabled: boolean
  onCancel: () => void
  onDo: () => void
}) {
  return (
    <div className="mt-5 flex justify-end gap-2">
      <Button look="quiet" onClick={props.onCancel}>
        Cancel
      </Button>
      <Button look="main" busy={props.busy} disabled={props.disabled} onClick={props.onDo}>
        {props.verb}
      </Button>
    </div>
  )
}
