-- A revision of the reading may leave the words that an observation rests on nowhere: they are kept, their place is not.
ALTER TABLE "Evidence" DROP CONSTRAINT "Evidence_passage";
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_passage"
  CHECK (num_nulls("exact", "prefix", "suffix") IN (0, 3) AND num_nulls("start", "end") IN (0, 2)
    AND ("start" IS NULL OR ("exact" IS NOT NULL AND "start" >= 0 AND "end" > "start")));
