-- CreateIndex
CREATE INDEX "Follow_membershipId_idx" ON "Follow"("membershipId");

-- CreateIndex
CREATE INDEX "Reaction_membershipId_idx" ON "Reaction"("membershipId");


