-- CreateEnum
CREATE TYPE "ReviewMode" AS ENUM ('SINGLE_BLIND', 'DOUBLE_BLIND', 'OPEN');

-- CreateEnum
CREATE TYPE "ToulminRole" AS ENUM ('CLAIM', 'GROUNDS', 'WARRANT', 'BACKING', 'QUALIFIER', 'REBUTTAL');

-- CreateEnum
CREATE TYPE "PhaseKind" AS ENUM ('PRE_VOTE', 'OPENING', 'CONFERENCE', 'REBUTTAL', 'CROSS_EXAMINATION', 'FLOOR', 'CLOSING', 'POST_VOTE', 'DEBRIEF', 'DISCUSSION');

-- CreateEnum
CREATE TYPE "SideChoice" AS ENUM ('ASSIGNED', 'CHOSEN', 'LOT');

-- CreateEnum
CREATE TYPE "DebatePart" AS ENUM ('SPEAKER', 'CHAIR', 'TIMEKEEPER', 'JUROR');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "PollMethod" ADD VALUE 'APPROVAL';
ALTER TYPE "PollMethod" ADD VALUE 'SCORE';
ALTER TYPE "PollMethod" ADD VALUE 'CREDENCE';

-- AlterEnum
ALTER TYPE "Relation" ADD VALUE 'UNDERCUTS';

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "allocatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "allocationSeed" TEXT,
ADD COLUMN     "graceMinutes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "gradesReleasedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lateDays" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "outOf" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "penaltyPerDay" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "reviewMode" "ReviewMode" NOT NULL DEFAULT 'DOUBLE_BLIND',
ADD COLUMN     "reviewsDueAt" TIMESTAMPTZ(3),
ADD COLUMN     "reviewsEach" INTEGER NOT NULL DEFAULT 2,
ADD COLUMN     "reviewsReleasedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Ballot" ADD COLUMN     "causes" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "scores" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "linkGroup" INTEGER,
ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "toulmin" "ToulminRole";

-- AlterTable
ALTER TABLE "ClaimSource" ADD COLUMN     "prefix" TEXT,
ADD COLUMN     "suffix" TEXT;

-- AlterTable
ALTER TABLE "Debate" ADD COLUMN     "lotSeed" TEXT,
ADD COLUMN     "ranksExplanations" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sideChoice" "SideChoice" NOT NULL DEFAULT 'ASSIGNED';

-- AlterTable
ALTER TABLE "DebateRole" ADD COLUMN     "part" "DebatePart" NOT NULL DEFAULT 'SPEAKER';

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "end" INTEGER,
ADD COLUMN     "exact" TEXT,
ADD COLUMN     "prefix" TEXT,
ADD COLUMN     "sectionId" UUID,
ADD COLUMN     "start" INTEGER,
ADD COLUMN     "suffix" TEXT,
ADD COLUMN     "url" TEXT;

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3),
ADD COLUMN     "hiddenReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "pinnedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Phase" ADD COLUMN     "asks" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "kind" "PhaseKind" NOT NULL DEFAULT 'DISCUSSION',
ADD COLUMN     "speakers" JSONB NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "Poll" ADD COLUMN     "importedFrom" TEXT,
ADD COLUMN     "phaseId" UUID,
ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "rule" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Rating" ADD COLUMN     "likelihood" DOUBLE PRECISION,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3),
ADD COLUMN     "hiddenReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "submission" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ReviewScore" ADD COLUMN     "comment" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Submission" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Template" ADD COLUMN     "archivedAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "AssignmentTemplate" (
    "assignmentId" UUID NOT NULL,
    "templateId" UUID NOT NULL,

    CONSTRAINT "AssignmentTemplate_pkey" PRIMARY KEY ("assignmentId","templateId")
);

-- CreateTable
CREATE TABLE "Extension" (
    "assignmentId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("assignmentId","membershipId")
);

-- CreateTable
CREATE TABLE "ReviewAssignment" (
    "critiqueId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "byHand" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ReviewAssignment_pkey" PRIMARY KEY ("critiqueId","reviewerId")
);

-- CreateTable
CREATE TABLE "ReviewDraft" (
    "critiqueId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "scores" JSONB NOT NULL DEFAULT '{}',
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewDraft_pkey" PRIMARY KEY ("critiqueId","reviewerId")
);

-- CreateTable
CREATE TABLE "ReviewRemark" (
    "reviewId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "fieldCode" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,

    CONSTRAINT "ReviewRemark_pkey" PRIMARY KEY ("reviewId","position")
);

-- CreateTable
CREATE TABLE "ReviewHelpfulness" (
    "reviewId" UUID NOT NULL,
    "value" INTEGER NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewHelpfulness_pkey" PRIMARY KEY ("reviewId")
);

-- CreateTable
CREATE TABLE "ReviewConflict" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "aId" UUID NOT NULL,
    "bId" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReviewConflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalibrationExample" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "levels" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalibrationExample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalibrationReview" (
    "exampleId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "levels" JSONB NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalibrationReview_pkey" PRIMARY KEY ("exampleId","membershipId")
);

-- CreateTable
CREATE TABLE "ClaimRevision" (
    "claimId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "relation" "Relation" NOT NULL,
    "parentId" UUID,
    "byId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimRevision_pkey" PRIMARY KEY ("claimId","number")
);

-- CreateTable
CREATE TABLE "ClaimJudgement" (
    "claimId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "impact" INTEGER,
    "probability" INTEGER,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClaimJudgement_pkey" PRIMARY KEY ("claimId","membershipId")
);

-- CreateTable
CREATE TABLE "DebateSession" (
    "debateId" UUID NOT NULL,
    "phaseId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "endsAt" TIMESTAMPTZ(3),
    "leftMs" INTEGER,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DebateSession_pkey" PRIMARY KEY ("debateId")
);

-- CreateTable
CREATE TABLE "PhaseRun" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "phaseId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "extendedMs" INTEGER NOT NULL DEFAULT 0,
    "pausedMs" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PhaseRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hand" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "loweredAt" TIMESTAMPTZ(3),
    "calledAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "place" DOUBLE PRECISION,

    CONSTRAINT "Hand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "runId" UUID,
    "number" INTEGER NOT NULL,
    "speakerId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "side" "Side",
    "text" TEXT NOT NULL,
    "claimId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prior" (
    "explanationId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "points" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Prior_pkey" PRIMARY KEY ("explanationId","membershipId")
);

-- CreateTable
CREATE TABLE "CellComment" (
    "id" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "explanationId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "bodyHtml" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CellComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grade" (
    "critiqueId" UUID NOT NULL,
    "levels" JSONB NOT NULL DEFAULT '{}',
    "comment" TEXT NOT NULL DEFAULT '',
    "points" DECIMAL(7,2),
    "override" DECIMAL(7,2),
    "overrideReason" TEXT NOT NULL DEFAULT '',
    "byId" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Grade_pkey" PRIMARY KEY ("critiqueId")
);

-- CreateTable
CREATE TABLE "GradeScheme" (
    "courseId" UUID NOT NULL,
    "formula" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "publishedAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeScheme_pkey" PRIMARY KEY ("courseId")
);

-- CreateTable
CREATE TABLE "ParticipationMark" (
    "membershipId" UUID NOT NULL,
    "mark" DECIMAL(7,2) NOT NULL,
    "components" JSONB NOT NULL,
    "upToSeq" BIGINT NOT NULL,
    "override" DECIMAL(7,2),
    "overrideReason" TEXT NOT NULL DEFAULT '',
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ParticipationMark_pkey" PRIMARY KEY ("membershipId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "noteId" UUID,
    "claimId" UUID,
    "reporterId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "handledAt" TIMESTAMPTZ(3),
    "handledById" UUID,
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionSurvey" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "open" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OpinionSurvey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionStatement" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "OpinionStatement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionVote" (
    "statementId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "OpinionVote_pkey" PRIMARY KEY ("statementId","membershipId")
);

-- CreateIndex
CREATE INDEX "ReviewAssignment_reviewerId_idx" ON "ReviewAssignment"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewAssignment_critiqueId_number_key" ON "ReviewAssignment"("critiqueId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ReviewConflict_courseId_aId_bId_key" ON "ReviewConflict"("courseId", "aId", "bId");

-- CreateIndex
CREATE UNIQUE INDEX "CalibrationExample_assignmentId_position_key" ON "CalibrationExample"("assignmentId", "position");

-- CreateIndex
CREATE INDEX "ClaimJudgement_membershipId_idx" ON "ClaimJudgement"("membershipId");

-- CreateIndex
CREATE UNIQUE INDEX "PhaseRun_debateId_number_key" ON "PhaseRun"("debateId", "number");

-- CreateIndex
CREATE INDEX "Hand_debateId_membershipId_idx" ON "Hand"("debateId", "membershipId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_debateId_number_key" ON "Statement"("debateId", "number");

-- CreateIndex
CREATE INDEX "Prior_membershipId_idx" ON "Prior"("membershipId");

-- CreateIndex
CREATE INDEX "CellComment_evidenceId_explanationId_createdAt_idx" ON "CellComment"("evidenceId", "explanationId", "createdAt");

-- CreateIndex
CREATE INDEX "Report_courseId_handledAt_idx" ON "Report"("courseId", "handledAt");

-- CreateIndex
CREATE UNIQUE INDEX "OpinionSurvey_courseId_slug_key" ON "OpinionSurvey"("courseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "OpinionStatement_surveyId_number_key" ON "OpinionStatement"("surveyId", "number");

-- CreateIndex
CREATE INDEX "OpinionVote_membershipId_idx" ON "OpinionVote"("membershipId");

-- AddForeignKey
ALTER TABLE "AssignmentTemplate" ADD CONSTRAINT "AssignmentTemplate_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AssignmentTemplate" ADD CONSTRAINT "AssignmentTemplate_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_critiqueId_fkey" FOREIGN KEY ("critiqueId") REFERENCES "Critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewAssignment" ADD CONSTRAINT "ReviewAssignment_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDraft" ADD CONSTRAINT "ReviewDraft_critiqueId_fkey" FOREIGN KEY ("critiqueId") REFERENCES "Critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewDraft" ADD CONSTRAINT "ReviewDraft_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewRemark" ADD CONSTRAINT "ReviewRemark_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewHelpfulness" ADD CONSTRAINT "ReviewHelpfulness_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewConflict" ADD CONSTRAINT "ReviewConflict_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewConflict" ADD CONSTRAINT "ReviewConflict_aId_fkey" FOREIGN KEY ("aId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewConflict" ADD CONSTRAINT "ReviewConflict_bId_fkey" FOREIGN KEY ("bId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationExample" ADD CONSTRAINT "CalibrationExample_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationExample" ADD CONSTRAINT "CalibrationExample_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationReview" ADD CONSTRAINT "CalibrationReview_exampleId_fkey" FOREIGN KEY ("exampleId") REFERENCES "CalibrationExample"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalibrationReview" ADD CONSTRAINT "CalibrationReview_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRevision" ADD CONSTRAINT "ClaimRevision_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimJudgement" ADD CONSTRAINT "ClaimJudgement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimJudgement" ADD CONSTRAINT "ClaimJudgement_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebateSession" ADD CONSTRAINT "DebateSession_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebateSession" ADD CONSTRAINT "DebateSession_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "Phase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseRun" ADD CONSTRAINT "PhaseRun_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseRun" ADD CONSTRAINT "PhaseRun_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "Phase"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hand" ADD CONSTRAINT "Hand_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hand" ADD CONSTRAINT "Hand_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PhaseRun"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prior" ADD CONSTRAINT "Prior_explanationId_fkey" FOREIGN KEY ("explanationId") REFERENCES "Explanation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prior" ADD CONSTRAINT "Prior_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellComment" ADD CONSTRAINT "CellComment_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellComment" ADD CONSTRAINT "CellComment_explanationId_fkey" FOREIGN KEY ("explanationId") REFERENCES "Explanation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CellComment" ADD CONSTRAINT "CellComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grade" ADD CONSTRAINT "Grade_critiqueId_fkey" FOREIGN KEY ("critiqueId") REFERENCES "Critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeScheme" ADD CONSTRAINT "GradeScheme_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParticipationMark" ADD CONSTRAINT "ParticipationMark_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "Phase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionSurvey" ADD CONSTRAINT "OpinionSurvey_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionStatement" ADD CONSTRAINT "OpinionStatement_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "OpinionSurvey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionStatement" ADD CONSTRAINT "OpinionStatement_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionVote" ADD CONSTRAINT "OpinionVote_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OpinionStatement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionVote" ADD CONSTRAINT "OpinionVote_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- What the schema language cannot say.

ALTER TABLE "ClaimJudgement" ADD CONSTRAINT "ClaimJudgement_ranges"
  CHECK ("impact" BETWEEN 0 AND 4 AND "probability" BETWEEN 0 AND 100 AND num_nonnulls("impact", "probability") > 0);
-- A claim that was merged is gone from the map, and nothing is merged into itself.
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_merged_is_deleted"
  CHECK ("mergedIntoId" IS NULL OR ("deletedAt" IS NOT NULL AND "mergedIntoId" <> "id"));
-- A running session has an end, a paused one a rest, an ended one neither.
ALTER TABLE "DebateSession" ADD CONSTRAINT "DebateSession_clock"
  CHECK (num_nonnulls("endsAt", "leftMs") <= 1 AND ("endedAt" IS NULL OR num_nonnulls("endsAt", "leftMs") = 0));
CREATE UNIQUE INDEX "PhaseRun_one_running" ON "PhaseRun" ("debateId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Hand_one_waiting" ON "Hand" ("debateId", "membershipId") WHERE "loweredAt" IS NULL AND "calledAt" IS NULL;
CREATE UNIQUE INDEX "Hand_one_speaking" ON "Hand" ("debateId") WHERE "calledAt" IS NOT NULL AND "doneAt" IS NULL AND "loweredAt" IS NULL;
ALTER TABLE "Statement" ADD CONSTRAINT "Statement_says_something" CHECK (length("text") > 0);
ALTER TABLE "OpinionVote" ADD CONSTRAINT "OpinionVote_value" CHECK ("value" BETWEEN -1 AND 1);
ALTER TABLE "OpinionStatement" ADD CONSTRAINT "OpinionStatement_says_something" CHECK (length("text") > 0);
ALTER TABLE "Prior" ADD CONSTRAINT "Prior_points" CHECK ("points" BETWEEN 0 AND 100);
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_likelihood" CHECK ("likelihood" BETWEEN 0 AND 1);
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_passage"
  CHECK (num_nulls("exact", "prefix", "suffix", "start", "end") IN (0, 5) AND ("start" IS NULL OR ("start" >= 0 AND "end" > "start")));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_address" CHECK ("url" ~ '^https?://');
ALTER TABLE "ReviewScore" DROP CONSTRAINT "ReviewScore_level";
ALTER TABLE "ReviewScore" ADD CONSTRAINT "ReviewScore_level" CHECK ("level" BETWEEN 0 AND 10);
ALTER TABLE "ReviewHelpfulness" ADD CONSTRAINT "ReviewHelpfulness_value" CHECK ("value" BETWEEN 1 AND 5);
ALTER TABLE "ReviewRemark" ADD CONSTRAINT "ReviewRemark_order" CHECK ("start" >= 0 AND "end" > "start");
-- One row for each pair, whichever way round it was named.
ALTER TABLE "ReviewConflict" ADD CONSTRAINT "ReviewConflict_order" CHECK ("aId" < "bId");
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_rules"
  CHECK ("graceMinutes" >= 0 AND "penaltyPerDay" BETWEEN 0 AND 100 AND "lateDays" >= 0 AND "outOf" > 0 AND "reviewsEach" BETWEEN 0 AND 20);
ALTER TABLE "Grade" ADD CONSTRAINT "Grade_override_has_reason" CHECK ("override" IS NULL OR length("overrideReason") > 0);
ALTER TABLE "ParticipationMark" ADD CONSTRAINT "ParticipationMark_override_has_reason"
  CHECK ("override" IS NULL OR length("overrideReason") > 0);
ALTER TABLE "Report" ADD CONSTRAINT "Report_of_one" CHECK (num_nonnulls("noteId", "claimId") = 1 AND length("reason") > 0);
ALTER TABLE "Note" ADD CONSTRAINT "Note_lock_on_thread" CHECK ("threadId" IS NULL OR ("lockedAt" IS NULL AND "pinnedAt" IS NULL));
-- Of one's own critique nobody is made reviewer.
CREATE TRIGGER review_assignment_of_another BEFORE INSERT OR UPDATE ON "ReviewAssignment" FOR EACH ROW EXECUTE FUNCTION review_of_another();
