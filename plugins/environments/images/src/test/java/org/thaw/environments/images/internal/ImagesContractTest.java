package org.thaw.environments.images.internal;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.thaw.api.Spec;
import org.thaw.tck.TaskStreamContract;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.HostContext.Plugins;

/** Every data set keeps the contract of task streams, as far as its files are on this machine. */
class ImagesContractTest {
    @Nested
    class Mnist10kKeepsIt extends TaskStreamContract<Mnist10k.Config> {
        Mnist10kKeepsIt() {
            super(new Mnist10k(), new Mnist10k.Config());
        }
    }

    @Nested
    class MnistKeepsIt extends TaskStreamContract<Mnist.Config> {
        MnistKeepsIt() {
            super(new Mnist(), new Mnist.Config());
        }
    }

    @Nested
    class FashionMnistKeepsIt extends TaskStreamContract<FashionMnist.Config> {
        FashionMnistKeepsIt() {
            super(new FashionMnist(), new FashionMnist.Config());
        }
    }

    @Nested
    class Cifar10KeepsIt extends TaskStreamContract<Cifar10.Config> {
        Cifar10KeepsIt() {
            super(new Cifar10(), new Cifar10.Config());
        }
    }

    @Nested
    class PermutedKeepsIt extends TaskStreamContract<Permuted.Config> {
        PermutedKeepsIt() {
            super(new Permuted(), new Permuted.Config(Spec.of("mnist-10k"), 3, true));
        }

        @Override
        protected HostContext host(long seed) {
            return new HostContext(seed, new Plugins(Map.of(), Map.of("mnist-10k", (spec, context) -> new Mnist10k().create(new Mnist10k.Config(), context))));
        }
    }
}
