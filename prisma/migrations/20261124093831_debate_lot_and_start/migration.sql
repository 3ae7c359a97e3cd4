-- AlterTable
ALTER TABLE "Debate" ADD COLUMN     "lot" JSONB,
ADD COLUMN     "startsAt" TIMESTAMPTZ(3);
