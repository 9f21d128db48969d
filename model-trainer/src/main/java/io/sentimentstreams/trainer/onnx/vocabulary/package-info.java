/** Vocabularies of other frameworks: JSON, text and tokenizers of Hugging Face. */
@NullMarked
package io.sentimentstreams.trainer.onnx.vocabulary;

import org.jspecify.annotations.NullMarked;
