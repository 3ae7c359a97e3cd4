-- CreateEnum
CREATE TYPE "FieldKind" AS ENUM ('PROSE', 'LINE', 'CHOICE');

-- AlterTable
ALTER TABLE "TemplateField" ADD COLUMN     "kind" "FieldKind" NOT NULL DEFAULT 'PROSE',
ADD COLUMN     "options" TEXT[] DEFAULT ARRAY[]::TEXT[];


