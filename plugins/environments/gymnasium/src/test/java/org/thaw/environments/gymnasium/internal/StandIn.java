package org.thaw.environments.gymnasium.internal;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * What {@code gymnasium_child.py} is, in Java and without Gymnasium: a walk on a line, from whose ends one falls. The name of the environment says what is observed
 * and what goes wrong.
 */
public final class StandIn {
    private static final int EDGE = 6;
    private static final int LIMIT = 25;
    private static final int ROW = 4;

    private final String name;
    private final OutputStream out = System.out;
    private Random random = new Random();
    private int place;
    private int steps;
    private float weather;

    private StandIn(String name) {
        this.name = name;
    }

    /** Arguments as those of the script, itself in front. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new StandIn(arguments[1]).run();
        if (arguments[1].equals("Stays-v0")) {
            new CountDownLatch(1).await();
        }
    }

    private void run() throws IOException, InterruptedException {
        switch (name) {
            case "Refuses-v0" -> answer(Wire.REFUSAL, ByteBuffer.wrap("its observations are Text: expected a Box".getBytes(StandardCharsets.UTF_8)));
            case "Chatters-v0" -> out.write("Hello from the pygame community.\n".getBytes(StandardCharsets.UTF_8));
            case "Strange-v0" -> answer(Wire.HELLO, ByteBuffer.wrap(new byte[] {Wire.VERSION, 9}));
            default -> hello();
        }
        out.flush();
        DataInputStream in = new DataInputStream(System.in);
        for (int first = in.read(); first >= 0; first = in.read()) {
            int length = first | in.read() << 8 | in.read() << 16 | in.read() << 24;
            serve(ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private boolean glides() {
        return name.equals("Glide-v0");
    }

    /** Three numbers and three actions; or two bytes in a row of a picture and one real action; or a place and three actions. */
    private void hello() throws IOException {
        ByteBuffer body = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN).put((byte) Wire.VERSION);
        if (glides()) {
            body.put(Wire.BYTES).put((byte) 2).putInt(1).putInt(2).putDouble(0).putDouble(255);
            body.put(Wire.FLOATS).put((byte) 1).putInt(1).putDouble(-2).putDouble(2);
        } else if (name.equals("Rooms-v0")) {
            body.put(Wire.CATEGORICAL).putInt(2 * EDGE + 1).put(Wire.CATEGORICAL).putInt(3);
        } else {
            body.put(Wire.FLOATS).put((byte) 1).putInt(3).putDouble(-EDGE).putDouble(Double.POSITIVE_INFINITY);
            body.put(Wire.CATEGORICAL).putInt(3);
        }
        answer(Wire.HELLO, body.put("stand-in 1".getBytes(StandardCharsets.UTF_8)).flip());
    }

    private void serve(ByteBuffer request) throws IOException, InterruptedException {
        byte kind = request.get();
        byte told = Wire.FIRST;
        double reward = 0;
        if (kind == Wire.SEEDED_RESET) {
            random = name.equals("Forgets-v0") ? new Random() : new Random(request.getLong());
        }
        if (kind == Wire.SEEDED_RESET || kind == Wire.RESET) {
            begin();
        }
        while ((kind == Wire.STEP || kind == Wire.PLAY) && request.remaining() >= ROW) {
            int deed = glides() ? glide(request.getFloat()) : request.getInt();
            if (deed < 0) {
                begin();
                told = Wire.FIRST;
                reward = 0;
            } else {
                told = step(deed);
                reward = 0.5 * place;
            }
        }
        tell(told, reward);
    }

    private static int glide(float value) {
        return value != value ? -1 : Math.round(value) < 0 ? 0 : Math.round(value) > 0 ? 2 : 1;
    }

    private void begin() {
        place = random.nextInt(3) - 1;
        steps = 0;
        weather = random.nextFloat();
    }

    private byte step(int deed) throws InterruptedException {
        if (name.equals("Crashes-v0")) {
            System.err.println("Traceback of a stand-in");
            System.err.println("ZeroDivisionError: division by zero");
            Runtime.getRuntime().halt(7);
        }
        if (name.equals("Sleeps-v0")) {
            new CountDownLatch(1).await();
        }
        place += deed - 1 + random.nextInt(3) - 1;
        steps++;
        weather = random.nextFloat();
        if (Math.abs(place) >= EDGE) {
            place = place < 0 ? -EDGE : EDGE;
            return Wire.TERMINATED;
        }
        return steps >= LIMIT ? Wire.CUT_OFF : steps % 7 == 0 ? Wire.LIFE_LOST : Wire.MIDDLE;
    }

    private void tell(byte kind, double reward) throws IOException {
        ByteBuffer body = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putDouble(reward);
        if (glides()) {
            body.put((byte) (200 + place)).put((byte) steps);
        } else if (name.equals("Rooms-v0")) {
            body.putInt(place + EDGE);
        } else {
            body.putFloat(place).putFloat(steps).putFloat(weather);
        }
        if (name.equals("Short-v0")) {
            body.position(body.position() - 1);
        }
        answer(kind, body.flip());
    }

    private void answer(byte kind, ByteBuffer body) throws IOException {
        int length = 1 + body.remaining();
        out.write(ByteBuffer.allocate(5).order(ByteOrder.LITTLE_ENDIAN).putInt(length).put(kind).array());
        out.write(body.array(), 0, body.remaining());
        out.flush();
    }
}
