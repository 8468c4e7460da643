package org.thaw.environments.control.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thaw.api.environment.Picture;
import org.thaw.tck.host.HostContext;
import org.thaw.tck.host.MemoryState;
import org.thaw.tck.host.WorldAllocation;

/** What all four share. */
class PlantTest {
    private static List<Plant> all(HostContext host) {
        return List.of(new CartPole(new CartPole.Config(500, 9.8, 0.5, 0.1, 10), host), new MountainCar(new MountainCar.Config(200, 0.001, 0.0025), host),
                new Acrobot(new Acrobot.Config(500, 9.8, 1), host), new Pendulum(new Pendulum.Config(200, 10, 1, 1), host));
    }

    @Test
    void stepsAllocateNothing() {
        all(new HostContext(1)).forEach(WorldAllocation::none);
    }

    @Test
    void aRestoredLifeIsCutOffWhereTheSavedOneWouldBe() {
        Life saved = new Life(new MountainCar(new MountainCar.Config(5, 0.001, 0.0025), Life.CONTEXT));
        saved.plant.place(-0.5, 0);
        saved.step(2);
        saved.step(2);
        Life restored = new Life(new MountainCar(new MountainCar.Config(5, 0.001, 0.0025), Life.CONTEXT));
        MemoryState.of(saved.plant).into(restored.plant);
        for (int i = 0; i < 3; i++) {
            assertTrue(!restored.out.isLast());
            saved.step(2);
            restored.step(2);
        }
        assertTrue(restored.out.isLast());
        assertEquals(saved.plant.state[0], restored.plant.state[0]);
    }

    @Test
    void drawingShowsTheStateAndChangesNothing() {
        CartPole cart = new CartPole(new CartPole.Config(500, 9.8, 0.5, 0.1, 10), new HostContext(1));
        cart.place(0, 0, 0, 0);
        MemoryState before = MemoryState.of(cart);
        Picture picture = cart.draw();
        assertEquals("", before.difference(MemoryState.of(cart)));
        StringBuilder top = new StringBuilder();
        for (int column = 0; column < picture.columns(); column++) {
            top.append(picture.symbol(2, column));
        }
        assertEquals("|", top.toString().strip(), "an upright pole");
        all(new HostContext(1)).forEach(plant -> assertTrue(plant.draw().rows() > 10));
    }
}
