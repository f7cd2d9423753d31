package org.soothe.latency;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether idle processors may go to sleep while something is measured. */
enum Processors {

    /** They sleep whenever they have nothing to do, as usual. */
    FREE {
        @Override
        Hold hold() {
            return () -> {};
        }
    },

    /**
     * They wait awake. A processor that sleeps has to be woken before it hears a packet; that of a virtual machine is given away
     * while it sleeps and has to be waited for. Linux keeps them awake as long as somebody asks for no delay at
     * {@code /dev/cpu_dma_latency} ("PM Quality Of Service Interface" in its documentation), which needs permission.
     */
    AWAKE {
        @Override
        Hold hold() throws IOException {
            OutputStream asked = Files.newOutputStream(Path.of("/dev/cpu_dma_latency"));
            asked.write(new byte[Integer.BYTES]);
            return asked::close;
        }
    };

    /**
     * Sees to it until what is returned is closed.
     *
     * @throws IOException if the system does not let us
     */
    abstract Hold hold() throws IOException;

    /** As long as it is open. */
    interface Hold extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
