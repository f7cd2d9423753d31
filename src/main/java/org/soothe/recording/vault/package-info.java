/**
 * Stage: the keys of sealed session files.
 *
 * <p>Input: a passphrase, a key file or a recipient.
 *
 * <p>Output: the key of one file, and its blocks sealed and opened.
 *
 * <p>Thread: any; a cipher belongs to one thread.
 *
 * <p>Clock: none.
 *
 * <p>Start reading: {@link org.soothe.recording.vault.BlockCipher}.
 */
@NullMarked
package org.soothe.recording.vault;

import org.jspecify.annotations.NullMarked;
