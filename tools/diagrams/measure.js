// What a reader on a phone would stumble over: letters too small or too pale, text beyond its box.
() => {
  const SMALLEST = 13, CONTRAST = 4.5;
  const faults = [];
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) =>
    [r, g, b]
      .map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const ground = (element, x, y) => {
    for (const below of document.elementsFromPoint(x, y)) {
      const style = getComputedStyle(below);
      const drawn = below instanceof SVGElement && below.matches(".shape");
      const colour = channels(drawn ? style.fill : style.backgroundColor);
      if (!(below instanceof SVGElement && !drawn) && (colour[3] ?? 1) === 1) return colour;
    }
    return [255, 255, 255];
  };
  const sheet = document.body.getBoundingClientRect();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
  for (const text of texts) {
    const words = text.data.trim(), element = text.parentElement;
    const style = getComputedStyle(element);
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()];
    const inSvg = element instanceof SVGElement;
    const scale = inSvg ? element.getScreenCTM().a : 1;
    const size = parseFloat(style.fontSize) * scale;
    if (size < SMALLEST - 0.01) faults.push(`'${words}' is ${size.toFixed(1)} px tall.`);
    const ink = channels(inSvg ? style.fill : style.color);
    const box = inSvg ? null : element.closest(".box, td, th, .lane > i, .group");
    const frame = box ? box.getBoundingClientRect() : sheet;
    for (const { left, right, top, bottom } of boxes) {
      if (left < frame.left + 1 || right > frame.right - 1) faults.push(`'${words}' leaves its box.`);
      const behind = ground(element, (left + right) / 2, (top + bottom) / 2);
      const got = contrast(ink, behind);
      if (got < CONTRAST) faults.push(`'${words}' has a contrast of ${got.toFixed(1)}.`);
    }
  }
  const drawn = texts.filter((t) => t.parentElement instanceof SVGElement).map((t) => {
    const range = document.createRange();
    range.selectNodeContents(t);
    return [t.data.trim(), range.getBoundingClientRect()];
  });
  drawn.forEach(([words, a], i) =>
    drawn.slice(i + 1).forEach(([others, b]) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > 1 && high > 3) faults.push(`'${words}' lies on '${others}'.`);
    }),
  );
  return [...new Set(faults)];
}
