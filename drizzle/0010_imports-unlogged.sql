-- What is staged can be read from its file again: it need not go through the log. drizzle-kit has no word for it.
ALTER TABLE "import_staging" SET UNLOGGED;
