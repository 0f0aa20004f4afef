import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Inference, startInference } from '../../src/inference/index.ts';
import type { ReadableText } from '../../src/inference/types.ts';
import type { ModelText } from '../../src/passage.ts';
import { cosine, EMBEDDER } from './support.ts';

const alone = (body: string): ModelText => ({ head: '', body });

/** English words without a meaning as a whole, about `words` tokens. */
function filler(words: number): string {
  const stock = 'the river ran past old mills and under stone bridges toward a grey harbour';
  return Array.from({ length: words }, (_, i) => stock.split(' ')[i % 14]).join(' ');
}

describe('inference with the shipped models', () => {
  let inference: Inference;
  beforeAll(async () => {
    inference = await startInference({ embeddingModel: EMBEDDER, processes: 2 });
  });
  afterAll(() => inference.close());

  const embed = async (text: ModelText) => (await inference.embedPassages([text]))[0] ?? [];

  describe('vectors', () => {
    it('have the dimensions of the profile and unit length', async () => {
      const query = await inference.embedQuery('Who built the bridge?');
      const [passage] = await embed(alone('Masons from Bath built the bridge.'));
      for (const vector of [query, passage]) {
        expect(vector).toHaveLength(inference.profile.dimensions);
        expect(cosine(vector, vector)).toBeCloseTo(1, 5);
      }
    });

    it('are nearer for a passage that answers than for one that does not', async () => {
      const query = await inference.embedQuery('Who built the bridge?');
      const [right] = await embed(alone('Masons from Bath put up the crossing in 1802.'));
      const [wrong] = await embed(alone('Whisk the eggs until they are stiff.'));
      expect(cosine(query, right)).toBeGreaterThan(cosine(query, wrong) + 0.1);
    });

    it('of a question are those of the text with the query prefix in front', async () => {
      const question = 'Who built the bridge?';
      const query = await inference.embedQuery(question);
      const [prefixed] = await embed(alone(inference.profile.queryPrefix + question));
      const [bare] = await embed(alone(question));
      expect(query).toEqual(prefixed);
      expect(query).not.toEqual(bare);
    });

    it('come in the order of the texts, whatever their lengths', async () => {
      const texts = [3, 200, 1, 90, 30].map((words) => alone(filler(words)));
      const together = await inference.embedPassages(texts);
      for (const [i, text] of texts.entries()) expect(together[i]).toEqual(await embed(text));
    });

    it('are the same, bit for bit, in any company and with any number of processes', async () => {
      const text = alone('The reactor was switched off on 15 April 2023.');
      const [first] = await embed(text);
      const crowd = [...'abcdef'].map((letter) => alone(`${letter} ${filler(40)}`));
      const inCompany = await inference.embedPassages([...crowd, text, ...crowd]);
      const single = await startInference({
        embeddingModel: EMBEDDER,
        processes: 1,
        load: ['embedder'],
      });
      const [elsewhere] = await single.embedPassages([text]);
      await single.close();
      expect(inCompany[crowd.length]?.[0]).toEqual(first);
      expect(elsewhere?.[0]).toEqual(first);
    });

    it('depend on the head, which is read as a sentence of its own', async () => {
      const body = 'It burned down in 1911.';
      const [headed] = await embed({ head: 'The town hall', body });
      expect(headed).toEqual((await embed(alone(`The town hall. ${body}`)))[0]);
    });

    it('are made of texts that are empty, emoji, or broken surrogates', async () => {
      const vectors = await inference.embedPassages(
        ['', ' \n', '👩‍👩‍👧‍👦🎉', '\uD83D', 'שלום', '\u0000'].map(alone),
      );
      for (const [vector] of vectors) expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    });

    it('read special tokens in a text as text', async () => {
      const [marked] = await embed(alone('The [SEP] mark ends [CLS] a text. [SEP]'));
      const [spaced] = await embed(alone('The [ SEP ] mark ends [ CLS ] a text. [ SEP ]'));
      const [exactly] = await embed(alone('[SEP]'));
      expect(marked).toEqual(spaced);
      expect(exactly).not.toEqual((await embed(alone('')))[0]);
    });
  });

  describe('windows', () => {
    it('let a fact at the end of a long passage be found', async () => {
      const fact = 'The lighthouse keeper was called Agnes Wray.';
      const vectors = await embed({ head: 'Lights', body: `${filler(1100)}. ${fact}` });
      const query = await inference.embedQuery('What was the name of the lighthouse keeper?');
      const nearest = vectors.map((vector) => cosine(query, vector));
      expect(vectors).toHaveLength(3);
      expect(Math.max(...nearest)).toBe(nearest.at(-1));
      expect(nearest.at(-1)).toBeGreaterThan((nearest[0] ?? 1) + 0.1);
    });

    it('are one for a text that fits, and two for one token more', async () => {
      const specials = 2;
      const room = inference.profile.maxTokens - specials;
      expect(await embed(alone('river '.repeat(room)))).toHaveLength(1);
      expect(await embed(alone('river '.repeat(room + 1)))).toHaveLength(2);
    });

    it('leave room for the passage under a head of any length', async () => {
      const long = { head: filler(3000), body: 'Agnes Wray kept the lighthouse.' };
      const [vector] = await embed(long);
      expect(vector).not.toEqual((await embed({ ...long, body: '' }))[0]);
    });

    it('take a text of 100,000 characters with and without spaces', async () => {
      const [word, dashes] = await inference.embedPassages([
        alone('x'.repeat(100_000)),
        alone(`${'[SEP]-'.repeat(400)}`),
      ]);
      expect(word?.length).toBeGreaterThan(10);
      expect(dashes?.length).toBeGreaterThan(1);
    }, 120_000);
  });

  describe('reading', () => {
    const query = 'When did the reactor shut down?';
    const readable = (head: string, ...sentences: string[]): ReadableText => {
      let end = -1;
      const spans = sentences.map((sentence) => {
        const start = end + 1;
        end = start + sentence.length;
        return { start, end };
      });
      return { head, body: sentences.join(' '), sentences: spans };
    };

    it('scores an answer above a near miss, and that above another subject', async () => {
      const [far, answer, near] = await inference.read(query, [
        readable('Baking', 'Whisk the eggs until they are stiff.'),
        readable('Isar 2', 'The reactor was switched off on 15 April 2023.'),
        readable('Isar 2', 'The reactor stands on the river Isar.'),
      ]);
      expect(answer?.logit).toBeGreaterThan(near?.logit ?? 0);
      expect(near?.logit).toBeGreaterThan(far?.logit ?? 0);
      expect(answer?.said).toBeGreaterThan(near?.said ?? 0);
    });

    it('scores the sentence that answers above those around it', async () => {
      const [reading] = await inference.read(query, [
        readable(
          'Isar 2',
          'The reactor stands on the river Isar.',
          'It was switched off on 15 April 2023.',
          'Its cooling tower is 165 metres high.',
        ),
      ]);
      const [before = 0, answer = 0, after = 0] = reading?.sentences ?? [];
      expect(answer).toBeGreaterThan(Math.max(before, after));
    });

    it('gives a text the same scores in any company', async () => {
      const text = readable('Isar 2', 'The reactor was switched off on 15 April 2023.');
      const [single] = await inference.read(query, [text]);
      const readings = await inference.read(query, [
        readable('', filler(300)),
        text,
        readable('', 'Yes.'),
      ]);
      expect(readings[1]).toEqual(single);
    });

    it('gives the same logit however a text is cut into sentences', async () => {
      const [first, second] = ['The reactor was switched off.', 'That was on 15 April 2023.'];
      const readings = await inference.read(query, [
        readable('Isar 2', first, second),
        readable('Isar 2', `${first} ${second}`),
      ]);
      expect(readings[0]?.logit).toBe(readings[1]?.logit);
    });

    it('cuts a passage and a question that are too long', async () => {
      const answer = 'The reactor was switched off on 15 April 2023.';
      const text = readable('', answer, filler(3000), 'The end.');
      const [reading] = await inference.read(query, [text]);
      expect(reading?.logit).toBeGreaterThan(0);
      const [first, , cutOff] = reading?.sentences ?? [];
      expect(first).toBeGreaterThan(Number.NEGATIVE_INFINITY);
      expect(cutOff).toBe(Number.NEGATIVE_INFINITY);
      const [tooLong] = await inference.read(filler(20_000), [text]);
      expect(tooLong?.logit).toBeTypeOf('number');
    });

    it('of no texts gives nothing', async () => {
      expect(await inference.read(query, [])).toEqual([]);
    });
  });

  it('takes a question of 10,000 words', async () => {
    expect(await inference.embedQuery(filler(10_000))).toHaveLength(384);
  });

  it('says how far it is after each text', async () => {
    const heard: number[] = [];
    await inference.embedPassages([alone('One.'), alone(filler(900)), alone('Three.')], {
      onProgress: ({ done, total }) => heard.push(done / total),
    });
    expect(heard).toEqual([1 / 3, 2 / 3, 1]);
  });

  it('embeds no passages at all', async () => {
    expect(await inference.embedPassages([])).toEqual([]);
  });

  it('lets a question go before passages that wait', async () => {
    let done = 0;
    const bulk = inference.embedPassages(
      Array.from({ length: 30 }, (_, i) => alone(`${i} ${filler(150)}`)),
      { onProgress: (progress) => (done = progress.done) },
    );
    await inference.embedQuery('Who kept the lighthouse?');
    await inference.read('Who kept the lighthouse?', [
      { ...alone('Agnes Wray did.'), sentences: [] },
    ]);
    // Of two children one goes on with passages while the other one does what was asked.
    expect(done).toBeLessThan(10);
    await bulk;
    expect(done).toBe(30);
  }, 120_000);

  it('stops a long embedding when it is aborted', async () => {
    const stop = new AbortController();
    let done = 0;
    const bulk = inference.embedPassages(
      Array.from({ length: 400 }, (_, i) => alone(`${i} ${filler(150)}`)),
      {
        signal: stop.signal,
        onProgress: (progress) => {
          done = progress.done;
          if (done === 3) stop.abort();
        },
      },
    );
    await expect(bulk).rejects.toThrow('aborted');
    await inference.embedQuery('Is anybody there?');
    expect(done).toBe(3);
    await expect(
      inference.embedPassages([alone('a')], { signal: AbortSignal.abort() }),
    ).rejects.toThrow('aborted');
  });

  it('never holds the event loop for 50 ms while it embeds', async () => {
    let longest = 0;
    let [time, cpu] = [performance.now(), process.cpuUsage()];
    const timer = setInterval(() => {
      const used = process.cpuUsage(cpu);
      const held = Math.min(performance.now() - time, (used.user + used.system) / 1000);
      // A gap in which this process did not compute is the operating system's, on a busy machine.
      longest = Math.max(longest, held);
      [time, cpu] = [performance.now(), process.cpuUsage()];
    }, 5);
    await inference.embedPassages(
      Array.from({ length: 300 }, (_, i) => alone(`${i} ${filler(25)}`)),
    );
    clearInterval(timer);
    expect(longest).toBeGreaterThan(0);
    expect(longest).toBeLessThan(50);
  }, 120_000);
});
