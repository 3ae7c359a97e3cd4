-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3),
ADD COLUMN     "hiddenReason" TEXT NOT NULL DEFAULT '';
