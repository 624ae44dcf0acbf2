// Session replay as products run it, with everything switched on. What it would send is kept in `replay`.
window.replay = []
rrweb.record({
  emit: (event) => replay.push(event),
  maskAllInputs: false,
  recordCanvas: true,
  recordCrossOriginIframes: true,
  collectFonts: true,
  inlineImages: true,
  userTriggeredOnInput: true,
  // Nothing is left out between two samples.
  sampling: { mousemove: 0, scroll: 0, media: 0, input: 'all', canvas: 'all' },
  plugins: [rrwebPluginConsoleRecord.getRecordConsolePlugin()],
})
