import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const named = z.looseObject({ name: z.string() });
const billSchema = z.looseObject({ metadata: z.looseObject({ component: named }) });

// npm calls the root by the folder that it stands in; the bill must say the same wherever it is made.
const bill = billSchema.parse(JSON.parse(readFileSync(0, 'utf8')));
bill.metadata.component.name = named.parse(JSON.parse(readFileSync('package.json', 'utf8'))).name;
writeFileSync('sbom.cdx.json', `${JSON.stringify(bill, null, 2)}\n`);
