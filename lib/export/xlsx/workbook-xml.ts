import { xmlText } from '../xml';
import { columnName } from './sheet-xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet that has been written: its name, its columns, and its rows beside the header. */
export interface DoneSheet {
  name: string;
  columns: readonly string[];
  rows: number;
}

/** The sheets that have rows are tables too: a table without rows is none. */
const hasTable = ({ rows }: DoneSheet): boolean => rows > 0;

function contentTypes(sheets: readonly DoneSheet[]): string {
  const one = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const parts = sheets.flatMap((sheet, i) => [
    one(`xl/worksheets/sheet${i + 1}.xml`, `${TYPES}.worksheet+xml`),
    ...(hasTable(sheet) ? [one(`xl/tables/table${i + 1}.xml`, `${TYPES}.table+xml`)] : []),
  ]);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${one('xl/workbook.xml', `${TYPES}.sheet.main+xml`)}${one('xl/styles.xml', `${TYPES}.styles+xml`)}${one('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${parts.join('')}</Types>`;
}

const relationships = (targets: readonly [type: string, target: string][]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Formats 0 to 3: general, a day, an instant, the header in bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function tableXml({ name, columns, rows }: DoneSheet, id: number): string {
  const range = `A1:${columnName(columns.length - 1)}${rows + 1}`;
  const list = columns.map((column, i) => `<tableColumn id="${i + 1}" name="${xmlText(column)}"/>`);
  const table = name.replaceAll(' ', '_');
  return `${HEAD}<table xmlns="${MAIN}" id="${id}" name="${table}" displayName="${table}" ref="${range}"><autoFilter ref="${range}"/><tableColumns count="${columns.length}">${list.join('')}</tableColumns><tableStyleInfo name="TableStyleLight1" showRowStripes="0"/></table>`;
}

function workbook(sheets: readonly DoneSheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`;
}

function properties(title: string, marking: string): string {
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:creator>Pillarwatch</dc:creator><dc:language>en-GB</dc:language><cp:category>${xmlText(marking)}</cp:category></cp:coreProperties>`;
}

/** Every part of the package but the sheets themselves (ECMA-376), by its name. */
export function packageParts(
  sheets: readonly DoneSheet[],
  { title, marking }: { title: string; marking: string },
): [name: string, text: string][] {
  const tables = sheets.flatMap((sheet, i): [string, string][] =>
    hasTable(sheet)
      ? [
          [`xl/tables/table${i + 1}.xml`, tableXml(sheet, i + 1)],
          [
            `xl/worksheets/_rels/sheet${i + 1}.xml.rels`,
            relationships([[`${OFFICE}/table`, `../tables/table${i + 1}.xml`]]),
          ],
        ]
      : [],
  );
  return [
    ['[Content_Types].xml', contentTypes(sheets)],
    [
      '_rels/.rels',
      relationships([
        [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ]),
    ],
    ['docProps/core.xml', properties(title, marking)],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, i): [string, string] => [`${OFFICE}/worksheet`, `worksheets/sheet${i + 1}.xml`]),
        [`${OFFICE}/styles`, 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ...tables,
  ];
}
