package org.soothe.recording.vault;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes keys of new files, wrapped for a passphrase, for recipients, or for both. Not thread-safe; never shown. */
public final class Sealer {
    static final String FIRST_LINE = "soothe-key 1";
    static final String AGE = "age";

    private final @Nullable Passphrase passphrase;
    private final List<String> recipients;

    /**
     * Makes a sealer.
     *
     * @param passphrase opens the files, null for none
     * @param recipients public keys in the age format ({@code age1...}) whose holders can open the files
     * @throws IllegalArgumentException if nobody could open the files, or a recipient is none
     */
    public Sealer(@Nullable Passphrase passphrase, List<String> recipients) {
        this.passphrase = passphrase;
        this.recipients = List.copyOf(recipients);
        if (passphrase == null && recipients.isEmpty()) {
            throw new IllegalArgumentException("a file must be sealed for somebody");
        }
        this.recipients.forEach(Sealer::writer);
    }

    /** Returns a fresh key. With a passphrase this takes about a second. */
    public SealedKey fresh() {
        FileKey key = FileKey.random();
        List<String> lines = new ArrayList<>();
        lines.add(FIRST_LINE);
        if (passphrase != null) {
            lines.add(PassphraseLine.wrap(key, passphrase).text());
        }
        if (!recipients.isEmpty()) {
            lines.add(AGE + " " + Base64.getEncoder().encodeToString(forRecipients(key)));
        }
        return new SealedKey(key, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] forRecipients(FileKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] plain = key.copy();
        List<RecipientStanzaWriter> writers =
                recipients.stream().map(Sealer::writer).toList();
        try (WritableByteChannel channel =
                new StandardEncryptingChannelFactory().newEncryptingChannel(Channels.newChannel(out), writers)) {
            ByteBuffer in = ByteBuffer.wrap(plain);
            while (in.hasRemaining()) {
                channel.write(in);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot seal for a recipient", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
        return out.toByteArray();
    }

    private static RecipientStanzaWriter writer(String recipient) {
        try {
            return X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(recipient);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "no recipient: \"" + recipient + "\"; expected a public key of age, such as age1...", e);
        }
    }

    @Override
    public String toString() {
        return "Sealer(hidden)";
    }
}
