import type { ChartPicture } from '@/app/_charts/picture';
import type { FlowPage } from '@/app/_http/flow-data';
import { weightWords } from '@/lib/flows/flow-words';
import type { FlowQuestion } from '@/lib/flows/flow-view';
import { SANKEY_WIDTH } from '@/lib/flows/sankey-layout';
import { flowSubtitle } from './flow-figure';
import { SankeyDrawing } from './sankey-drawing';

/** Flows for a picture file, with what they leave out in words. */
export function flowPicture(page: FlowPage, question: FlowQuestion): ChartPicture {
  return {
    title: page.sentence,
    subtitle: flowSubtitle(question),
    keys: [],
    width: SANKEY_WIDTH,
    height: Math.ceil(page.sankey.height),
    note: page.caveats || undefined,
    drawing: <SankeyDrawing layout={page.sankey} words={(value) => weightWords(value, question)} />,
  };
}
