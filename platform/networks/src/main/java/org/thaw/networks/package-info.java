/**
 * Neural networks over one flat parameter vector, with explicit forward and backward passes.
 *
 * <p>A {@link org.thaw.networks.Network} holds one {@code float[]} of parameters and one of gradients. Rules that look
 * at all weights at once (EWC, SI, A-GEM, fingerprints, checkpoints) are plain loops over these arrays. Matrices are
 * row-major with one sample per row. Buffers are allocated once and reused: nothing is allocated per training step.
 *
 * <p>A {@link org.thaw.networks.SequenceNetwork} does the same for sequences: {@link org.thaw.networks.Transformer} and
 * {@link org.thaw.networks.Gru} are trained on whole sequences, and then go on position by position.
 *
 * <p>Results are reproducible: the same inputs give the same bits on every JDK, CPU and kernel (see
 * {@link org.thaw.networks.Kernels}). Nothing here is safe for use by two threads at once; networks that do not share
 * a {@link org.thaw.networks.Kernels} instance are independent of each other.
 */
@Export
@Version("0.1.0")
package org.thaw.networks;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
