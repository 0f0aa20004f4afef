import { describe, expect, test } from 'vitest';
import { feedEntries } from '../../src/fetching/feed-entries.ts';

const urlsIn = (text: string) => feedEntries(file(text)).entries.map(({ url }) => url);

function file(text: string) {
  return { bytes: Buffer.from(text), type: '', url: new URL('https://example.org/news/feed') };
}

describe('the pages of a feed', () => {
  test('RSS', () => {
    expect(
      urlsIn(`<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title>
        <item><title>Flood &amp; mud</title><link>https://example.org/flood</link></item>
        <item><guid>https://example.org/mud</guid></item></channel></rss>`),
    ).toEqual(['https://example.org/flood', 'https://example.org/mud']);
  });

  test('Atom, with addresses that are relative', () => {
    expect(
      urlsIn(`<feed xmlns="http://www.w3.org/2005/Atom"><title>The Quay</title>
        <entry><id>tag:1</id><link rel="self" href="/self"/><link href="flood"/></entry></feed>`),
    ).toEqual(['https://example.org/news/flood']);
  });

  test('RDF', () => {
    expect(
      urlsIn(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns="http://purl.org/rss/1.0/"><channel><title>The Quay</title></channel>
        <item><title>Flood</title><link>https://example.org/flood</link></item></rdf:RDF>`),
    ).toEqual(['https://example.org/flood']);
  });

  test('JSON Feed', () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Quay',
      items: [{ id: '1', url: 'https://example.org/flood', content_text: 'x' }],
    };
    expect(urlsIn(JSON.stringify(feed))).toEqual(['https://example.org/flood']);
  });

  test('a sitemap', () => {
    expect(
      urlsIn(`<?xml version="1.0"?><!-- made by hand -->
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://example.org/a?b=1&amp;c=2</loc><lastmod>2025-03-03</lastmod></url></urlset>`),
    ).toEqual(['https://example.org/a?b=1&c=2']);
  });

  test('an index of sitemaps names those', () => {
    const text = `<sitemapindex><sitemap><loc>https://example.org/1.xml</loc></sitemap></sitemapindex>`;
    expect(feedEntries(file(text)).sitemaps).toEqual(['https://example.org/1.xml']);
  });

  test('one that is named twice counts once', () => {
    expect(
      urlsIn(`<rss version="2.0"><channel><title>T</title><item><link>https://example.org/a</link></item>
        <item><link>https://example.org/a</link></item></channel></rss>`),
    ).toEqual(['https://example.org/a']);
  });
});

test.each([
  ['a web page', '<!doctype html><title>Hello</title>'],
  ['nothing', ''],
  ['JSON of another kind', '{"a":1}'],
  ['a feed that breaks off', '<rss version="2.0"><channel><item><link>https://exam'],
])('%s is no feed, in one line', (_, text) => {
  let found: unknown;
  try {
    found = feedEntries(file(text)).entries;
  } catch (error) {
    found = (error as Error).message;
  }
  expect([
    [],
    'https://example.org/news/feed is no feed (RSS, Atom or JSON Feed) and no sitemap',
  ]).toContainEqual(found);
});
