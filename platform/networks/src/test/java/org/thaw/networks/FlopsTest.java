package org.thaw.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What networks count for a row, by hand. */
class FlopsTest {

    private static Network built(NetworkBuilder layers) {
        return layers.build(Initialiser.PYTORCH, Streams.uniform(1));
    }

    @Test
    void aDenseLayerTakesAMultiplicationAndAnAdditionForEachWeight() {
        // 2·3·5 + 2·5·4, activations and biases for nothing
        assertEquals(70, built(Network.of(3).dense(5).relu().dense(4)).flopsForward());
    }

    @Test
    void trainingTakesThreeTimesTheForwardPass() {
        assertEquals(210, built(Network.of(3).dense(5).relu().dense(4)).flopsTraining());
    }

    @Test
    void aConvolutionTakesItsWindowsWeightsAtEachPosition() {
        // 6×5×2 in, windows of 3: 4×3 positions of 9·2 values for 7 filters: 2·12·18·7 = 3024; then 84 values to 10: 1680
        assertEquals(3024 + 1680, built(Network.of(6, 5, 2).conv(7, 3).relu().flatten().dense(10)).flopsForward());
    }

    @Test
    void strideAndPaddingOfAConvolutionCountByItsPositions() {
        // 6×6 with padding 1, windows of 3 and stride 2: 3×3 positions of 9 values for 2 filters
        assertEquals(2 * 9 * 9 * 2, built(Network.of(6, 6, 1).conv(2, 3, 2, 1)).flopsForward());
    }

    @Test
    void blocksCountWhatIsInThem() {
        // 4·4 twice inside the residual block; then branches of 4·1 and of 4·3 + 3·2
        Network network = built(Network.of(4).residual(inner -> inner.dense(4).relu().dense(4)).branches(a -> a.dense(1), b -> b.dense(3).relu().dense(2)));
        assertEquals(2 * (16 + 16 + 4 + 12 + 6), network.flopsForward());
    }

    @Test
    void aTransformersPositionTakesItsProductsAndAttentionToWhatIsBehindIt() {
        Transformer network = new Transformer(new Transformer.Config(3, 2, 8, 1, 2, 16, 4), Streams.uniform(1));
        // embed 2·3·8 = 48, query, key and value 2·8·24 = 384, join 2·8·8 = 128, up and down 2·2·8·16 = 512, read 2·8·2 = 32
        int products = 48 + 384 + 128 + 512 + 32;
        // for each position behind: 8 products for the score and 8 for the value, all heads together
        assertEquals(products + 32, network.flopsForward(1));
        assertEquals(products + 3 * 32, network.flopsForward(3));
        // no more than the context
        assertEquals(products + 4 * 32, network.flopsForward(100));
        // six positions look back on 1, 2, 3, 4, 4 and 4
        assertEquals(6 * products + 18 * 32, network.flopsSequence(6));
        assertEquals(3 * (6 * products + 18 * 32), network.flopsTraining(6));
    }

    @Test
    void eachBlockOfATransformerCounts() {
        Transformer one = new Transformer(new Transformer.Config(3, 2, 8, 1, 2, 16, 4), Streams.uniform(1));
        Transformer three = new Transformer(new Transformer.Config(3, 2, 8, 3, 2, 16, 4), Streams.uniform(1));
        // 384 + 128 + 512 + 2·32 for each
        assertEquals(one.flopsForward(2) + 2 * 1088, three.flopsForward(2));
    }

    @Test
    void aGruTakesTheSameAtAnyLength() {
        // first layer 2·3·(3·5) = 90 and 2·5·15 = 150, second 150 and 150, read 2·5·4 = 40
        Gru network = new Gru(new Gru.Config(3, 4, 5, 2), Streams.uniform(1));
        assertEquals(580, network.flopsForward(1));
        assertEquals(580, network.flopsForward(1000));
        assertEquals(3 * 7 * 580, network.flopsTraining(7));
    }
}
