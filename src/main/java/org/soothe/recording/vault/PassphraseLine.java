package org.soothe.recording.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * A file key wrapped by a passphrase, as one line of a KEY block. Immutable.
 *
 * <p>Argon2id makes a key of the passphrase and a random salt; AES-256-GCM wraps the file key with it.
 */
final class PassphraseLine {
    static final String NAME = "passphrase";

    /** RFC 9106, section 4, second choice: 64 MiB, three passes, four lanes. */
    private static final int MEMORY_KIB = 65536;

    private static final int PASSES = 3;
    private static final int LANES = 4;

    /** What a file may ask for, so that a forged one cannot exhaust the machine. */
    private static final int MOST_MEMORY_KIB = 1 << 20;

    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 64;

    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final byte[] PURPOSE = "soothe file key".getBytes(StandardCharsets.US_ASCII);

    private final int memoryKib;
    private final int passes;
    private final int lanes;
    private final byte[] salt;
    private final byte[] nonce;
    private final byte[] wrapped;

    private PassphraseLine(int memoryKib, int passes, int lanes, byte[] salt, byte[] nonce, byte[] wrapped) {
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
        this.salt = salt;
        this.nonce = nonce;
        this.wrapped = wrapped;
    }

    static PassphraseLine wrap(FileKey key, Passphrase passphrase) {
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        PassphraseLine open = new PassphraseLine(MEMORY_KIB, PASSES, LANES, salt, nonce, new byte[0]);
        byte[] plain = key.copy();
        try {
            byte[] wrapped = open.run(Cipher.ENCRYPT_MODE, open.derive(passphrase), plain);
            return new PassphraseLine(MEMORY_KIB, PASSES, LANES, salt, nonce, wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot wrap a key", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Reads the words after the name; null if they are not what a line has. */
    static @Nullable PassphraseLine parse(String words) {
        Map<String, String> values = new TreeMap<>();
        for (String word : words.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        try {
            PassphraseLine line = new PassphraseLine(
                    Integer.parseInt(values.getOrDefault("m", "")),
                    Integer.parseInt(values.getOrDefault("t", "")),
                    Integer.parseInt(values.getOrDefault("p", "")),
                    Base64.getDecoder().decode(values.getOrDefault("salt", "")),
                    Base64.getDecoder().decode(values.getOrDefault("nonce", "")),
                    Base64.getDecoder().decode(values.getOrDefault("key", "")));
            return line.isSensible() ? line : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean isSensible() {
        return memoryKib >= 8 * lanes
                && memoryKib <= MOST_MEMORY_KIB
                && passes >= 1
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_LANES
                && salt.length >= 8
                && nonce.length == NONCE_BYTES
                && wrapped.length == FileKey.BYTES + BlockCipher.TAG_BYTES;
    }

    String text() {
        Base64.Encoder base64 = Base64.getEncoder();
        return NAME + " argon2id m=" + memoryKib + " t=" + passes + " p=" + lanes + " salt="
                + base64.encodeToString(salt) + " nonce=" + base64.encodeToString(nonce) + " key="
                + base64.encodeToString(wrapped);
    }

    /** What a derived key depends on beside the passphrase. */
    String salting() {
        return memoryKib + " " + passes + " " + lanes + " "
                + Base64.getEncoder().encodeToString(salt);
    }

    /** Makes a key of the passphrase; takes about a second, which is its purpose. */
    byte[] derive(Passphrase passphrase) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] bytes = passphrase.bytes();
        byte[] key = new byte[FileKey.BYTES];
        argon.generateBytes(bytes, key);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    /** Returns the file key, null if the derived key is not the right one. */
    @Nullable
    FileKey unwrap(byte[] derived) {
        try {
            return FileKey.of(run(Cipher.DECRYPT_MODE, derived, wrapped));
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot unwrap a key", e);
        }
    }

    private byte[] run(int mode, byte[] derived, byte[] data) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(8 * BlockCipher.TAG_BYTES, nonce));
        cipher.updateAAD(PURPOSE);
        return cipher.doFinal(data);
    }
}
