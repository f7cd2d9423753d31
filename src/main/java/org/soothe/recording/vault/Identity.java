package org.soothe.recording.vault;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.jspecify.annotations.Nullable;

/**
 * A private key in the age format ({@code AGE-SECRET-KEY-1...}): opens what was sealed for its recipient. Immutable; never
 * shown.
 */
public final class Identity {
    private static final String SECRET = "AGE-SECRET-KEY-";
    private static final String PUBLIC = "age";

    private final char[] secret;

    private Identity(char[] secret) {
        this.secret = secret;
    }

    /** Makes a new one. */
    public static Identity random() {
        return of(new X25519PrivateKeyParameters(new SecureRandom()));
    }

    private static Identity of(X25519PrivateKeyParameters key) {
        CharSequence text = Bech32.getEncoder().encode(SECRET.toLowerCase(Locale.ROOT), key.getEncoded());
        return new Identity(text.toString().toUpperCase(Locale.ROOT).toCharArray());
    }

    /**
     * Reads all keys of a file as age-keygen writes it: one a line, lines with # being comments.
     *
     * @throws IOException if it cannot be read, or holds no key; the message never shows what it holds
     */
    public static List<Identity> read(Path file) throws IOException {
        byte[] bytes = bytes(file);
        CharBuffer text = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        List<Identity> identities = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.get(at) == '\n') {
                addLine(identities, text, from, at);
                from = at + 1;
            }
        }
        if (identities.isEmpty()) {
            throw new IOException(file + " holds no key: expected a line that begins with " + SECRET + "1");
        }
        return identities;
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no key file " + file, e);
        } catch (AccessDeniedException e) {
            throw new IOException("you are not allowed to read the key file " + file, e);
        } catch (IOException e) {
            throw new IOException("the key file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void addLine(List<Identity> identities, CharBuffer text, int from, int to) throws IOException {
        int end = to;
        while (end > from && Character.isWhitespace(text.get(end - 1))) {
            end--;
        }
        char[] line = new char[end - from];
        for (int i = 0; i < line.length; i++) {
            line[i] = text.get(from + i);
        }
        if (line.length > SECRET.length()
                && CharBuffer.wrap(line, 0, SECRET.length()).toString().equals(SECRET)) {
            Identity identity = new Identity(line);
            identity.key();
            identities.add(identity);
        }
    }

    private X25519PrivateKeyParameters key() throws IOException {
        try {
            Bech32Address address = Bech32.getDecoder().decode(CharBuffer.wrap(secret));
            return new X25519PrivateKeyParameters(address.getData());
        } catch (RuntimeException e) {
            throw new IOException("a key in the key file is mistyped or cut off");
        }
    }

    /** Returns who can be written to without being able to read: the public half, {@code age1...}. */
    public String recipient() {
        try {
            return Bech32.getEncoder()
                    .encode(PUBLIC, key().generatePublicKey().getEncoded())
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException("the key was checked when it was read", e);
        }
    }

    /** Returns the text of a key file; whoever asks keeps it secret. */
    public String keyFile() {
        return "# soothe and age can read what was sealed for this recipient:\n# public key: " + recipient() + "\n"
                + new String(secret) + "\n";
    }

    /** Opens a file key in the age format; null if it was not sealed for this identity. */
    @Nullable
    FileKey unwrap(byte[] age) throws IOException {
        byte[] plain = new byte[FileKey.BYTES + 1];
        try (ReadableByteChannel channel = new StandardDecryptingChannelFactory()
                .newDecryptingChannel(
                        Channels.newChannel(new ByteArrayInputStream(age)),
                        List.of(X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(
                                CharBuffer.wrap(secret))))) {
            ByteBuffer out = ByteBuffer.wrap(plain);
            int read = 0;
            while (read >= 0 && out.hasRemaining()) {
                read = channel.read(out);
            }
            return out.position() == FileKey.BYTES ? FileKey.of(Arrays.copyOf(plain, FileKey.BYTES)) : null;
        } catch (GeneralSecurityException e) {
            return null;
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "Identity(hidden)";
    }
}
