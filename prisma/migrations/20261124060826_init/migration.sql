-- CreateEnum
CREATE TYPE "Role" AS ENUM ('INSTRUCTOR', 'ASSISTANT', 'STUDENT', 'OBSERVER');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('EVERYONE', 'STAFF', 'GROUP', 'PERSON');

-- CreateEnum
CREATE TYPE "Side" AS ENUM ('FOR', 'AGAINST');

-- CreateEnum
CREATE TYPE "Relation" AS ENUM ('SUPPORTS', 'OPPOSES');

-- CreateEnum
CREATE TYPE "SourceKind" AS ENUM ('NOTE', 'PASSAGE', 'EVIDENCE', 'REFERENCE', 'LINK');

-- CreateEnum
CREATE TYPE "NoteKind" AS ENUM ('HIGHLIGHT', 'COMMENT', 'QUESTION', 'CLAIM', 'EVIDENCE', 'DEFINITION', 'CONNECTION', 'METHOD', 'COUNTER', 'REPLY');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('PRIVATE', 'GROUP', 'COURSE');

-- CreateEnum
CREATE TYPE "Placement" AS ENUM ('EXACT', 'MOVED', 'UNCERTAIN', 'ORPHANED');

-- CreateEnum
CREATE TYPE "RatingValue" AS ENUM ('CC', 'C', 'N', 'I', 'II', 'NA');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "PollMethod" AS ENUM ('PLURALITY', 'RANKED');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" TIMESTAMPTZ(3),
    "image" TEXT,
    "passwordHash" TEXT,
    "siteOwner" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "about" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserSession" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UserSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "term" TEXT NOT NULL DEFAULT '',
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "description" TEXT NOT NULL DEFAULT '',
    "joinToken" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),
    "eventSeq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "groupId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "seenSeq" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "inClass" TEXT NOT NULL DEFAULT '',
    "startsAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GlossaryTerm" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "term" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,

    CONSTRAINT "GlossaryTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "courseId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "actorId" UUID,
    "audience" "Audience" NOT NULL DEFAULT 'EVERYONE',
    "audienceId" UUID,
    "subjectId" UUID,
    "scopeId" UUID,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("courseId","seq")
);

-- CreateTable
CREATE TABLE "Template" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "wordLimit" INTEGER NOT NULL,
    "example" JSONB,

    CONSTRAINT "Template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TemplateField" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "wordLimit" INTEGER NOT NULL,

    CONSTRAINT "TemplateField_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RubricCriterion" (
    "id" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "levels" JSONB NOT NULL,

    CONSTRAINT "RubricCriterion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "brief" TEXT NOT NULL DEFAULT '',
    "dueAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Critique" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedAt" TIMESTAMPTZ(3),
    "authorResponse" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Critique_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CritiqueAnswer" (
    "critiqueId" UUID NOT NULL,
    "fieldId" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "CritiqueAnswer_pkey" PRIMARY KEY ("critiqueId","fieldId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "critiqueId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "critiqueId" UUID NOT NULL,
    "reviewerId" UUID NOT NULL,
    "comment" TEXT NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReviewScore" (
    "reviewId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "level" INTEGER NOT NULL,

    CONSTRAINT "ReviewScore_pkey" PRIMARY KEY ("reviewId","criterionId")
);

-- CreateTable
CREATE TABLE "Debate" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "motion" TEXT NOT NULL,
    "alternatives" JSONB NOT NULL DEFAULT '[]',
    "background" TEXT NOT NULL DEFAULT '',
    "rules" TEXT NOT NULL DEFAULT '',
    "formatName" TEXT NOT NULL DEFAULT '',
    "chairNote" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Debate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Phase" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "who" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Phase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DebateRole" (
    "debateId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "side" "Side",
    "label" TEXT NOT NULL,

    CONSTRAINT "DebateRole_pkey" PRIMARY KEY ("debateId","membershipId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "parentId" UUID,
    "number" INTEGER NOT NULL,
    "relation" "Relation" NOT NULL,
    "authorId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimSource" (
    "id" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "SourceKind" NOT NULL,
    "noteId" UUID,
    "sectionId" UUID,
    "exact" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "evidenceId" UUID,
    "text" TEXT NOT NULL DEFAULT '',
    "url" TEXT,

    CONSTRAINT "ClaimSource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Exchange" (
    "id" UUID NOT NULL,
    "debateId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,

    CONSTRAINT "Exchange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" UUID NOT NULL,
    "exchangeId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "speakerId" UUID NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "promptId" UUID,
    "threadId" UUID,
    "parentId" UUID,
    "kind" "NoteKind" NOT NULL,
    "visibility" "Visibility" NOT NULL DEFAULT 'COURSE',
    "groupId" UUID,
    "body" TEXT NOT NULL DEFAULT '',
    "bodyHtml" TEXT NOT NULL DEFAULT '',
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "start" INTEGER,
    "end" INTEGER,
    "placement" "Placement" NOT NULL DEFAULT 'EXACT',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "noteId" UUID NOT NULL,
    "grade" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("noteId")
);

-- CreateTable
CREATE TABLE "Explanation" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "literature" TEXT NOT NULL DEFAULT '',
    "predicts" TEXT NOT NULL DEFAULT '',
    "countsAgainst" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Explanation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "dateLabel" TEXT NOT NULL,
    "date" DATE,
    "observation" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "testType" TEXT NOT NULL DEFAULT '',
    "argument" TEXT NOT NULL DEFAULT '',
    "credibility" "Level" NOT NULL DEFAULT 'MEDIUM',
    "relevance" "Level" NOT NULL DEFAULT 'MEDIUM',
    "benched" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuggestedRating" (
    "evidenceId" UUID NOT NULL,
    "explanationId" UUID NOT NULL,
    "value" "RatingValue" NOT NULL,

    CONSTRAINT "SuggestedRating_pkey" PRIMARY KEY ("evidenceId","explanationId")
);

-- CreateTable
CREATE TABLE "Rating" (
    "evidenceId" UUID NOT NULL,
    "explanationId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "value" "RatingValue" NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Rating_pkey" PRIMARY KEY ("evidenceId","explanationId","membershipId")
);

-- CreateTable
CREATE TABLE "PollSeries" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "linkKey" BYTEA,

    CONSTRAINT "PollSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Poll" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "debateId" UUID,
    "slug" TEXT NOT NULL,
    "wave" TEXT NOT NULL,
    "waveIndex" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "method" "PollMethod" NOT NULL,
    "hiddenUntilClose" BOOLEAN NOT NULL DEFAULT true,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "tagKey" BYTEA,

    CONSTRAINT "Poll_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PollOption" (
    "id" UUID NOT NULL,
    "pollId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "shortLabel" TEXT NOT NULL,
    "explanationId" UUID,

    CONSTRAINT "PollOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "pollId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("pollId","membershipId")
);

-- CreateTable
CREATE TABLE "Ballot" (
    "pollId" UUID NOT NULL,
    "tag" BYTEA NOT NULL,
    "linkTag" BYTEA NOT NULL,
    "receipt" TEXT NOT NULL,
    "ranking" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Ballot_pkey" PRIMARY KEY ("pollId","tag")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "byline" TEXT NOT NULL DEFAULT '',
    "about" TEXT NOT NULL DEFAULT '',
    "publishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "readingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "heading" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT '',
    "dueAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "text" TEXT NOT NULL,
    "blocks" JSONB NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Prompt" (
    "id" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Progress" (
    "membershipId" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "readAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Progress_pkey" PRIMARY KEY ("membershipId","sectionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE INDEX "UserSession_userId_idx" ON "UserSession"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_identifier_token_key" ON "VerificationToken"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "Course_slug_key" ON "Course"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Course_joinToken_key" ON "Course"("joinToken");

-- CreateIndex
CREATE UNIQUE INDEX "Group_courseId_name_key" ON "Group"("courseId", "name");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_courseId_userId_key" ON "Membership"("courseId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_courseId_position_key" ON "Meeting"("courseId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "GlossaryTerm_courseId_term_key" ON "GlossaryTerm"("courseId", "term");

-- CreateIndex
CREATE INDEX "Event_courseId_type_seq_idx" ON "Event"("courseId", "type", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Template_courseId_code_key" ON "Template"("courseId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateField_templateId_position_key" ON "TemplateField"("templateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "TemplateField_templateId_code_key" ON "TemplateField"("templateId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "RubricCriterion_templateId_position_key" ON "RubricCriterion"("templateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_courseId_slug_key" ON "Assignment"("courseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Critique_assignmentId_authorId_key" ON "Critique"("assignmentId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_critiqueId_number_key" ON "Submission"("critiqueId", "number");

-- CreateIndex
CREATE INDEX "Review_reviewerId_idx" ON "Review"("reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_critiqueId_reviewerId_key" ON "Review"("critiqueId", "reviewerId");

-- CreateIndex
CREATE UNIQUE INDEX "Debate_courseId_slug_key" ON "Debate"("courseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Debate_courseId_position_key" ON "Debate"("courseId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Phase_debateId_position_key" ON "Phase"("debateId", "position");

-- CreateIndex
CREATE INDEX "Claim_parentId_idx" ON "Claim"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_debateId_number_key" ON "Claim"("debateId", "number");

-- CreateIndex
CREATE INDEX "ClaimSource_claimId_idx" ON "ClaimSource"("claimId");

-- CreateIndex
CREATE INDEX "ClaimSource_noteId_idx" ON "ClaimSource"("noteId");

-- CreateIndex
CREATE UNIQUE INDEX "Exchange_debateId_position_key" ON "Exchange"("debateId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_exchangeId_position_key" ON "Turn"("exchangeId", "position");

-- CreateIndex
CREATE INDEX "Note_sectionId_createdAt_idx" ON "Note"("sectionId", "createdAt");

-- CreateIndex
CREATE INDEX "Note_authorId_idx" ON "Note"("authorId");

-- CreateIndex
CREATE INDEX "Note_threadId_idx" ON "Note"("threadId");

-- CreateIndex
CREATE INDEX "Note_parentId_idx" ON "Note"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Explanation_courseId_code_key" ON "Explanation"("courseId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Explanation_courseId_position_key" ON "Explanation"("courseId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_courseId_code_key" ON "Evidence"("courseId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_courseId_position_key" ON "Evidence"("courseId", "position");

-- CreateIndex
CREATE INDEX "Rating_membershipId_idx" ON "Rating"("membershipId");

-- CreateIndex
CREATE UNIQUE INDEX "PollSeries_courseId_slug_key" ON "PollSeries"("courseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_courseId_slug_key" ON "Poll"("courseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Poll_seriesId_waveIndex_key" ON "Poll"("seriesId", "waveIndex");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_pollId_position_key" ON "PollOption"("pollId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "PollOption_pollId_code_key" ON "PollOption"("pollId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Ballot_pollId_receipt_key" ON "Ballot"("pollId", "receipt");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_courseId_slug_key" ON "Reading"("courseId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_courseId_position_key" ON "Reading"("courseId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Section_readingId_position_key" ON "Section"("readingId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Prompt_sectionId_position_key" ON "Prompt"("sectionId", "position");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserSession" ADD CONSTRAINT "UserSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GlossaryTerm" ADD CONSTRAINT "GlossaryTerm_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Template" ADD CONSTRAINT "Template_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TemplateField" ADD CONSTRAINT "TemplateField_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RubricCriterion" ADD CONSTRAINT "RubricCriterion_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Critique" ADD CONSTRAINT "Critique_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Critique" ADD CONSTRAINT "Critique_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "Template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Critique" ADD CONSTRAINT "Critique_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CritiqueAnswer" ADD CONSTRAINT "CritiqueAnswer_critiqueId_fkey" FOREIGN KEY ("critiqueId") REFERENCES "Critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CritiqueAnswer" ADD CONSTRAINT "CritiqueAnswer_fieldId_fkey" FOREIGN KEY ("fieldId") REFERENCES "TemplateField"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_critiqueId_fkey" FOREIGN KEY ("critiqueId") REFERENCES "Critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_critiqueId_fkey" FOREIGN KEY ("critiqueId") REFERENCES "Critique"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewScore" ADD CONSTRAINT "ReviewScore_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewScore" ADD CONSTRAINT "ReviewScore_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "RubricCriterion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Debate" ADD CONSTRAINT "Debate_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Phase" ADD CONSTRAINT "Phase_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebateRole" ADD CONSTRAINT "DebateRole_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebateRole" ADD CONSTRAINT "DebateRole_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Claim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSource" ADD CONSTRAINT "ClaimSource_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "Claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSource" ADD CONSTRAINT "ClaimSource_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSource" ADD CONSTRAINT "ClaimSource_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimSource" ADD CONSTRAINT "ClaimSource_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exchange" ADD CONSTRAINT "Exchange_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_exchangeId_fkey" FOREIGN KEY ("exchangeId") REFERENCES "Exchange"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_promptId_fkey" FOREIGN KEY ("promptId") REFERENCES "Prompt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_threadId_fkey" FOREIGN KEY ("threadId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Explanation" ADD CONSTRAINT "Explanation_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestedRating" ADD CONSTRAINT "SuggestedRating_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SuggestedRating" ADD CONSTRAINT "SuggestedRating_explanationId_fkey" FOREIGN KEY ("explanationId") REFERENCES "Explanation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_evidenceId_fkey" FOREIGN KEY ("evidenceId") REFERENCES "Evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_explanationId_fkey" FOREIGN KEY ("explanationId") REFERENCES "Explanation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Rating" ADD CONSTRAINT "Rating_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollSeries" ADD CONSTRAINT "PollSeries_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "PollSeries"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "Debate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PollOption" ADD CONSTRAINT "PollOption_explanationId_fkey" FOREIGN KEY ("explanationId") REFERENCES "Explanation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ballot" ADD CONSTRAINT "Ballot_pollId_fkey" FOREIGN KEY ("pollId") REFERENCES "Poll"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Prompt" ADD CONSTRAINT "Prompt_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Progress" ADD CONSTRAINT "Progress_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say. Triggers and checks below are invisible to `prisma migrate diff`, which leaves them alone.

ALTER TABLE "User" ADD CONSTRAINT "User_email_lower" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%');
ALTER TABLE "Course" ADD CONSTRAINT "Course_slug_shape" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
ALTER TABLE "Event" ADD CONSTRAINT "Event_audience_named"
  CHECK (("audience" IN ('GROUP', 'PERSON')) = ("audienceId" IS NOT NULL));

-- A note is one of three: anchored to words, a post under a prompt, or a reply.
ALTER TABLE "Note" ADD CONSTRAINT "Note_anchor_whole"
  CHECK (num_nulls("exact", "prefix", "suffix", "start", "end") IN (0, 5));
ALTER TABLE "Note" ADD CONSTRAINT "Note_anchor_order" CHECK ("start" IS NULL OR ("start" >= 0 AND "end" > "start"));
ALTER TABLE "Note" ADD CONSTRAINT "Note_has_place"
  CHECK (("kind" = 'REPLY') = ("parentId" IS NOT NULL) AND ("kind" = 'REPLY') = ("threadId" IS NOT NULL));
ALTER TABLE "Note" ADD CONSTRAINT "Note_root_has_place"
  CHECK ("kind" = 'REPLY' OR "start" IS NOT NULL OR "promptId" IS NOT NULL OR "deletedAt" IS NOT NULL);
ALTER TABLE "Note" ADD CONSTRAINT "Note_group_named" CHECK (("visibility" = 'GROUP') = ("groupId" IS NOT NULL));
ALTER TABLE "Note" ADD CONSTRAINT "Note_says_something" CHECK ("kind" = 'HIGHLIGHT' OR "deletedAt" IS NOT NULL OR length("body") > 0);

CREATE FUNCTION note_in_its_thread() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."threadId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "Note" root JOIN "Note" parent ON parent."id" = NEW."parentId"
    WHERE root."id" = NEW."threadId" AND root."threadId" IS NULL AND root."sectionId" = NEW."sectionId"
      AND root."visibility" = NEW."visibility" AND root."groupId" IS NOT DISTINCT FROM NEW."groupId"
      AND (parent."id" = root."id" OR parent."threadId" = root."id"))
  THEN RAISE EXCEPTION 'a reply belongs to its parent''s thread' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER note_in_its_thread BEFORE INSERT OR UPDATE OF "threadId", "parentId", "sectionId" ON "Note"
  FOR EACH ROW EXECUTE FUNCTION note_in_its_thread();

-- Claims: the parent is in the same debate and above; walking up never comes round again.
CREATE FUNCTION claim_in_its_tree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."parentId" IS NULL THEN RETURN NEW; END IF;
  IF EXISTS (
    WITH RECURSIVE up AS (
      SELECT "id", "parentId", "debateId" FROM "Claim" WHERE "id" = NEW."parentId"
      UNION
      SELECT c."id", c."parentId", c."debateId" FROM "Claim" c JOIN up ON c."id" = up."parentId")
    SELECT 1 FROM up WHERE up."id" = NEW."id" OR up."debateId" <> NEW."debateId")
  THEN RAISE EXCEPTION 'a claim hangs under a claim of its own debate, never under itself' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER claim_in_its_tree BEFORE INSERT OR UPDATE OF "parentId", "debateId" ON "Claim"
  FOR EACH ROW EXECUTE FUNCTION claim_in_its_tree();
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_says_something" CHECK (length("text") > 0);
ALTER TABLE "ClaimSource" ADD CONSTRAINT "ClaimSource_kind_matches" CHECK (
  CASE "kind"
    WHEN 'LINK' THEN "url" ~ '^https?://'
    WHEN 'REFERENCE' THEN length("text") > 0
    WHEN 'PASSAGE' THEN "exact" IS NOT NULL AND "end" > "start"
    ELSE true
  END);

-- Polls: a closed poll takes no ballot, whichever way it comes. FOR SHARE waits for a close in progress.
CREATE FUNCTION poll_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM "Poll" WHERE "id" = NEW."pollId" AND "closedAt" IS NULL AND "tagKey" IS NOT NULL FOR SHARE;
  IF NOT FOUND AND current_setting('colloquy.sealing', true) IS DISTINCT FROM NEW."pollId"::text
  THEN RAISE EXCEPTION 'the poll is closed' USING ERRCODE = 'check_violation', CONSTRAINT = 'poll_is_open';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ballot_poll_is_open BEFORE INSERT OR UPDATE ON "Ballot" FOR EACH ROW EXECUTE FUNCTION poll_is_open();
CREATE TRIGGER participation_poll_is_open BEFORE INSERT ON "Participation" FOR EACH ROW EXECUTE FUNCTION poll_is_open();
ALTER TABLE "Poll" ADD CONSTRAINT "Poll_key_gone_at_close" CHECK ("closedAt" IS NULL OR "tagKey" IS NULL);

ALTER TABLE "Phase" ADD CONSTRAINT "Phase_minutes" CHECK ("minutes" > 0);
ALTER TABLE "TemplateField" ADD CONSTRAINT "TemplateField_limit" CHECK ("wordLimit" > 0);
ALTER TABLE "RubricCriterion" ADD CONSTRAINT "RubricCriterion_weight" CHECK ("weight" > 0);
ALTER TABLE "ReviewScore" ADD CONSTRAINT "ReviewScore_level" CHECK ("level" BETWEEN 1 AND 4);
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_number" CHECK ("number" > 0);

CREATE FUNCTION review_of_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Critique" WHERE "id" = NEW."critiqueId" AND "authorId" = NEW."reviewerId")
  THEN RAISE EXCEPTION 'nobody reviews their own critique' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER review_of_another BEFORE INSERT OR UPDATE ON "Review" FOR EACH ROW EXECUTE FUNCTION review_of_another();
