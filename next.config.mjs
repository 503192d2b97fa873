const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
];

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // app/_start/serve.mjs does it, with brotli.
  compress: false,
  // No cacheComponents: its streamed shells stay hidden where scripts are off (DECISIONS.md).
  sassOptions: { loadPaths: ['node_modules'], quietDeps: true },
  // The proxy must know what is a page and what the router fetches (proxy.ts).
  skipProxyUrlNormalize: true,
  serverExternalPackages: ['postgres', 'pino'],
  headers: async () => [{ source: '/:path*', headers }],
};
