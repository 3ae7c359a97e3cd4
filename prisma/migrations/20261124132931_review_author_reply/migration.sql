-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "authorReply" TEXT NOT NULL DEFAULT '';
