// JavaScript, because it has to run on a Node that is too old to read TypeScript, in order to say so.
if (Number(process.versions.napi) < 10) {
  process.stderr.write(
    `当前 Node.js ${process.versions.node} 太旧，治气考核需要 Node.js 24（Node-API 10）。\n` +
      '请在项目目录执行 npm ci（会一并装好 Node.js 24），再用 npm run -s zhiqi -- <命令> 运行；或自行安装 Node.js 24。\n',
  );
  process.exit(1);
}
const { onEarlyInterrupt } = await import('./interrupt.ts');
onEarlyInterrupt();
const { keepCompiled } = await import('../common/compiled-cache.mjs');
keepCompiled();
const { main } = await import('./main.ts');
await main(process.argv.slice(2));
