package org.soothe.recording.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.soothe.recording.vault.LockedException.Kind;
import org.soothe.testing.External;

class VaultTest {
    @TempDir
    private Path folder;

    private static Passphrase words(String text) {
        return new Passphrase(text.toCharArray());
    }

    @Test
    void theRightPassphraseOpensAndAWrongOneIsToldFromDamage() throws Exception {
        SealedKey sealed = new Sealer(words("gr\u00fcner Tee"), List.of()).fresh();
        FileKey key = new Keys(List.of(), () -> words("gr\u00fcner Tee")).unlock(sealed.keyBlock());
        byte[] header = {1, 2, 3};
        byte[] secret = sealed.cipher().seal(4, header, new byte[] {9});
        assertThat(new BlockCipher(key).open(4, header, secret)).containsExactly(9);

        assertThat(kind(new Keys(List.of(), () -> words("schwarzer Tee")), sealed.keyBlock()))
                .isEqualTo(Kind.WRONG_KEY);
        assertThat(kind(new Keys(List.of(), () -> null), sealed.keyBlock())).isEqualTo(Kind.KEY_NEEDED);
        assertThat(kind(KeyRing.none(), sealed.keyBlock())).isEqualTo(Kind.KEY_NEEDED);
        assertThat(kind(new Keys(List.of(), () -> words("x")), "nonsense".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Kind.UNREADABLE);
    }

    @Test
    void aPassphraseIsAskedForOnceAndADerivedKeyIsKept() throws Exception {
        SealedKey sealed = new Sealer(words("a"), List.of()).fresh();
        int[] asked = {0};
        Keys keys = new Keys(List.of(), () -> {
            asked[0]++;
            return words("a");
        });
        keys.unlock(sealed.keyBlock());
        keys.unlock(sealed.keyBlock());
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void whoHoldsOnlyTheRecipientCannotOpen() throws Exception {
        Identity doctor = Identity.random();
        SealedKey sealed = new Sealer(null, List.of(doctor.recipient())).fresh();
        assertThat(new Keys(List.of(doctor), () -> null).unlock(sealed.keyBlock()))
                .isNotNull();
        assertThat(kind(new Keys(List.of(Identity.random()), () -> null), sealed.keyBlock()))
                .isEqualTo(Kind.WRONG_KEY);
        assertThat(kind(new Keys(List.of(), () -> words("x")), sealed.keyBlock()))
                .isEqualTo(Kind.KEY_NEEDED);
    }

    @Test
    void aKeyFileIsReadBackAndNonsenseIsRefusedWithoutShowingIt() throws Exception {
        Identity identity = Identity.random();
        Path file = Files.writeString(folder.resolve("key.txt"), identity.keyFile());
        assertThat(Identity.read(file).get(0).recipient()).isEqualTo(identity.recipient());
        Path bad = Files.writeString(folder.resolve("bad.txt"), "AGE-SECRET-KEY-1QQQQQSECRETSTUFF\n");
        assertThatThrownBy(() -> Identity.read(bad))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("STUFF");
        assertThatThrownBy(() -> new Sealer(null, List.of("age1nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @External(
            program = {"age", "age-keygen"},
            install = "apt-get install age")
    void theAgeProgramOpensOurKeysAndItsKeysOpenOurFiles() throws Exception {
        Path keyFile = folder.resolve("age.txt");
        assertThat(run("age-keygen", "-o", keyFile.toString())).isZero();
        Identity identity = Identity.read(keyFile).get(0);
        assertThat(Files.readString(keyFile)).contains(identity.recipient());
        SealedKey sealed = new Sealer(null, List.of(identity.recipient())).fresh();
        FileKey key = new Keys(List.of(identity), () -> null).unlock(sealed.keyBlock());
        String line = new String(sealed.keyBlock(), StandardCharsets.US_ASCII)
                .lines()
                .toList()
                .get(1);
        Path wrapped =
                Files.write(folder.resolve("wrapped.age"), Base64.getDecoder().decode(line.substring("age ".length())));
        Path opened = folder.resolve("opened");
        assertThat(run("age", "-d", "-i", keyFile.toString(), "-o", opened.toString(), wrapped.toString()))
                .isZero();
        assertThat(Files.readAllBytes(opened)).isEqualTo(key.copy());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void everyChangedByteOfAKeyBlockIsRefused() {
        byte[] block =
                new Sealer(null, List.of(Identity.random().recipient())).fresh().keyBlock();
        Keys keys = new Keys(List.of(Identity.random()), () -> null);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 300; i++) {
            byte[] changed = block.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> keys.unlock(changed)).isInstanceOf(LockedException.class);
        }
    }

    @Test
    void nothingSecretIsShown() {
        Passphrase passphrase = words("geheim");
        Sealer sealer = new Sealer(passphrase, List.of());
        Identity identity = Identity.random();
        SealedKey sealed = new Sealer(null, List.of(identity.recipient())).fresh();
        for (Object secret : List.of(
                passphrase,
                sealer,
                identity,
                sealed,
                FileKey.random(),
                new Keys(List.of(identity), () -> passphrase))) {
            assertThat(secret.toString()).endsWith("(hidden)").hasSizeLessThan(25);
        }
    }

    @Test
    void keysAndNoncesNeverRepeat() {
        Set<String> seen = new HashSet<>();
        Sealer sealer = new Sealer(null, List.of(Identity.random().recipient()));
        for (int i = 0; i < 50; i++) {
            SealedKey key = sealer.fresh();
            assertThat(seen.add(new String(key.keyBlock(), StandardCharsets.US_ASCII)))
                    .isTrue();
            assertThat(seen.add(java.util.HexFormat.of().formatHex(key.cipher().seal(0, new byte[0], new byte[16]))))
                    .isTrue();
        }
        BlockCipher cipher = sealer.fresh().cipher();
        cipher.seal(0, new byte[0], new byte[1]);
        cipher.seal(1, new byte[0], new byte[1]);
        assertThatThrownBy(() -> cipher.seal(1, new byte[0], new byte[1])).isInstanceOf(IllegalStateException.class);
    }

    private static Kind kind(KeyRing ring, byte[] keyBlock) {
        try {
            ring.unlock(keyBlock);
            throw new AssertionError("opened");
        } catch (LockedException e) {
            return e.kind();
        }
    }
}
