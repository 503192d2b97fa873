export async function GET() {
  const { renderToStaticMarkup } = await import('react-dom/server');
  return new Response(renderToStaticMarkup(<svg xmlns="http://www.w3.org/2000/svg" strokeWidth={2}><text>a &lt; b</text></svg>));
}
