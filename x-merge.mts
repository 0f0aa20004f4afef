import { readFileSync } from 'node:fs';
const { renderTable } = await import('/work/wt/benchmark/src/benchmark/index.ts');
const { writePage } = await import('/work/wt/benchmark/src/benchmark/report/page.ts');
const runs = process.argv.slice(2).map(f => JSON.parse(readFileSync(f,'utf8').trim().split('\n').at(-1)!));
const order = (m:any)=>m.passages??0;
const run = {...runs[0], effort: {...runs[0].effort}, left: [...new Set(runs.flatMap(r=>r.left))], measurements: runs.flatMap(r=>r.measurements).sort((a:any,b:any)=>order(a)-order(b)), seconds: Object.fromEntries(runs.flatMap((r,i)=>Object.entries(r.seconds).map(([k,v])=>[k+i,v])))};
console.log(renderTable(run)); await writePage('/tmp/bench-base/report.html', run);
