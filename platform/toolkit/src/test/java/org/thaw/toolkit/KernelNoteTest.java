package org.thaw.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.thaw.networks.Kernels;

class KernelNoteTest {
    @Test
    void reproducibleKernelsAreNamedAndNoMore() {
        assertEquals("plain", KernelNote.text(Kernels.named("plain")));
        assertEquals("vector", KernelNote.text(Kernels.named("vector")));
    }

    @Test
    void othersSayWhatTheyGiveUp() {
        Map<String, Object> answers = Map.of("name", "openblas", "reproducible", false);
        Kernels fast = (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(), new Class<?>[] {Kernels.class}, (proxy, method, arguments) -> answers.get(method.getName()));
        assertEquals("openblas (not reproducible: bits depend on the processor)", KernelNote.text(fast));
    }
}
