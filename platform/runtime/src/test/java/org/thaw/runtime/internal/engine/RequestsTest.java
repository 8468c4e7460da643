package org.thaw.runtime.internal.engine;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.thaw.runtime.run.SwapRequest;

class RequestsTest {
    @Test
    void aSwapWantedWhileThePauseIsWrittenDownIsNotSleptThrough() {
        Requests requests = new Requests();
        requests.pause();
        long seen = requests.wishes();
        assertTrue(requests.takeSwap("learner", 0).isEmpty());
        requests.swap(new SwapRequest("learner", "ewc", true, OptionalLong.empty(), false, new JsonObject()), new CompletableFuture<>());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> requests.await(seen));
        assertTrue(requests.takeSwap("learner", 0).isPresent());
    }
}
