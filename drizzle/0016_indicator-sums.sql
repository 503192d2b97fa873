-- What was called the measure killed is a sum of what is measured as killed.
UPDATE "indicators" SET "measure" = 'sum', "counted" = 'killed' WHERE "measure" = 'killed';
