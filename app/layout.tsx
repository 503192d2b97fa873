import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { LinkClicks } from './_ui/link-clicks';
import './styles/main.scss';

export const metadata: Metadata = {
  title: { default: 'Pillarwatch', template: '%s – Pillarwatch' },
  description: 'Dated threat indicators by region and Contest pillar, each with its sources.',
  icons: { icon: '/favicon.svg' },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#0b0c0c' };

/** The frame of every page. Reading the request's headers keeps pages out of the build, where no nonce is known. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  await headers();
  return (
    <html lang="en-GB" className="govuk-template">
      <body className="govuk-template__body">
        {children}
        <LinkClicks />
      </body>
    </html>
  );
}
