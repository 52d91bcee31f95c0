package io.skyferry.transfer.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Takes some bytes and then says what a kernel says. */
final class FullDisk implements WritableByteChannel {
    private final String kernelSays;
    private long room;

    FullDisk(String kernelSays, long room) {
        this.kernelSays = kernelSays;
        this.room = room;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (room < source.remaining()) {
            throw new IOException(kernelSays);
        }
        int count = source.remaining();
        room -= count;
        source.position(source.limit());
        return count;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {}
}
