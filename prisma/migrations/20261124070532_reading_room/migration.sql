-- CreateEnum
CREATE TYPE "Digest" AS ENUM ('OFF', 'DAILY', 'WEEKLY');

-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('SAME_QUESTION', 'THANKS');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('REPLY', 'MENTION', 'RESOLVED', 'PLACEMENT');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED');

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "digest" "Digest" NOT NULL DEFAULT 'DAILY',
ADD COLUMN     "digestSentAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Section" ADD COLUMN     "postFirst" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "retiredAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL DEFAULT '',
    "headers" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lead" (
    "courseId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "at" INTEGER NOT NULL DEFAULT 0,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lead_pkey" PRIMARY KEY ("courseId")
);

-- CreateTable
CREATE TABLE "NoteRevision" (
    "noteId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "wroteAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NoteRevision_pkey" PRIMARY KEY ("noteId","number")
);

-- CreateTable
CREATE TABLE "Reaction" (
    "noteId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("noteId","membershipId","kind")
);

-- CreateTable
CREATE TABLE "NoteTag" (
    "noteId" UUID NOT NULL,
    "tag" TEXT NOT NULL,

    CONSTRAINT "NoteTag_pkey" PRIMARY KEY ("noteId","tag")
);

-- CreateTable
CREATE TABLE "Mention" (
    "noteId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("noteId","membershipId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "threadId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "on" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("threadId","membershipId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "noteId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionVersion" (
    "sectionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SectionVersion_pkey" PRIMARY KEY ("sectionId","version")
);

-- CreateTable
CREATE TABLE "SectionVisit" (
    "membershipId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SectionVisit_pkey" PRIMARY KEY ("membershipId","sectionId")
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL DEFAULT '',
    "size" INTEGER NOT NULL,
    "bytes" BYTEA,
    "state" "ImportState" NOT NULL DEFAULT 'QUEUED',
    "stage" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "beatAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReadingDraft" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "jobId" UUID,
    "readingId" UUID,
    "title" TEXT NOT NULL,
    "byline" TEXT NOT NULL DEFAULT '',
    "sections" JSONB NOT NULL,
    "warnings" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReadingDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Mail_sentAt_createdAt_idx" ON "Mail"("sentAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Lead_membershipId_key" ON "Lead"("membershipId");

-- CreateIndex
CREATE INDEX "NoteTag_tag_idx" ON "NoteTag"("tag");

-- CreateIndex
CREATE INDEX "Notification_membershipId_readAt_idx" ON "Notification"("membershipId", "readAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_membershipId_kind_noteId_key" ON "Notification"("membershipId", "kind", "noteId");

-- CreateIndex
CREATE INDEX "ImportJob_state_createdAt_idx" ON "ImportJob"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "ReadingDraft_jobId_key" ON "ReadingDraft"("jobId");

-- AddForeignKey
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lead" ADD CONSTRAINT "Lead_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteRevision" ADD CONSTRAINT "NoteRevision_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteTag" ADD CONSTRAINT "NoteTag_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionVersion" ADD CONSTRAINT "SectionVersion_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionVisit" ADD CONSTRAINT "SectionVisit_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionVisit" ADD CONSTRAINT "SectionVisit_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportJob" ADD CONSTRAINT "ImportJob_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportJob" ADD CONSTRAINT "ImportJob_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingDraft" ADD CONSTRAINT "ReadingDraft_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingDraft" ADD CONSTRAINT "ReadingDraft_jobId_fkey" FOREIGN KEY ("jobId") REFERENCES "ImportJob"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingDraft" ADD CONSTRAINT "ReadingDraft_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Search: words for languages that part them, trigrams for Korean, Chinese and Japanese, and for parts of words.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Section_words" ON "Section" USING gin (to_tsvector('simple', "heading" || ' ' || "text"));
CREATE INDEX "Section_trigrams" ON "Section" USING gin (("heading" || ' ' || "text") gin_trgm_ops);
CREATE INDEX "Note_words" ON "Note" USING gin (to_tsvector('simple', "body")) WHERE "deletedAt" IS NULL;
CREATE INDEX "Note_trigrams" ON "Note" USING gin ("body" gin_trgm_ops) WHERE "deletedAt" IS NULL;
CREATE INDEX "Claim_trigrams" ON "Claim" USING gin ("text" gin_trgm_ops) WHERE "deletedAt" IS NULL;
-- Own, private and group notes of a section: few, and asked for with every section.
CREATE INDEX "Note_own" ON "Note" ("sectionId") WHERE "visibility" <> 'COURSE';
ALTER TABLE "NoteTag" ADD CONSTRAINT "NoteTag_shape" CHECK (length("tag") BETWEEN 1 AND 40 AND "tag" = lower("tag"));
ALTER TABLE "ImportJob" ADD CONSTRAINT "ImportJob_size" CHECK ("size" >= 0 AND "done" >= 0 AND "total" >= 0);
