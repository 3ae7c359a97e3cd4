-- AlterTable
ALTER TABLE "OpinionStatement" ADD COLUMN     "hiddenReason" TEXT NOT NULL DEFAULT '';
