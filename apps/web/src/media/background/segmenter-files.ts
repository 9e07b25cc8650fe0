import graph from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url';
import library from '@mediapipe/selfie_segmentation/selfie_segmentation.js?url';
import portraitModel from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';
import landscapeModel from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url';
import packedFiles from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.data?url';
import loader from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js?url';
import program from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url';

/** Script that defines `SelfieSegmentation`. All of its files are our own: no page asks a third party for anything. */
export const SEGMENTER_SCRIPT = library;

const FILES: Readonly<Record<string, string>> = {
  'selfie_segmentation.binarypb': graph,
  'selfie_segmentation.tflite': portraitModel,
  'selfie_segmentation_landscape.tflite': landscapeModel,
  'selfie_segmentation_solution_simd_wasm_bin.data': packedFiles,
  'selfie_segmentation_solution_simd_wasm_bin.js': loader,
  'selfie_segmentation_solution_simd_wasm_bin.wasm': program,
};

/**
 * Where a file is that the library asks for by name.
 *
 * @throws Error for one that is not shipped: a browser without fast WebAssembly, which none that we support is.
 */
export function segmenterFile(name: string): string {
  const address = FILES[name];
  if (address === undefined) {
    throw new Error(`${name} is not shipped.`);
  }
  return address;
}
