// The browser tests: run with client/web's vitest (`npx vitest run --config ../../tests/e2e/vitest.config.ts --root ../../tests/e2e`).
// DAIS_DAISD names the program to test, which carries the web app; DAIS_SHOTS a folder for pictures of every screen.
export default {
  test: {
    globals: true,
    include: ['*.test.mjs'],
    globalSetup: ['support/server.mjs'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
}
