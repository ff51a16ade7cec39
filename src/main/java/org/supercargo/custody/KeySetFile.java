package org.supercargo.custody;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/** A key set as text: Tink's JSON, in a file or, also base64-encoded, in a setting. */
final class KeySetFile {
  static {
    try {
      AeadConfig.register();
    } catch (GeneralSecurityException tinkIsBroken) {
      throw new IllegalStateException(tinkIsBroken);
    }
  }

  private KeySetFile() {}

  static KeysetHandle read(Path file) {
    return parsed(text(file), file.toString());
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException missing) {
      throw new NotOpened("the sealing key set " + file + " is missing");
    } catch (IOException unreadable) {
      throw new NotOpened("the sealing key set " + file + " can't be read");
    }
  }

  /**
   * @param where named in the error; the text itself never is
   */
  static KeysetHandle parsed(String text, String where) {
    try {
      String stripped = text.strip();
      String json =
          stripped.startsWith("{")
              ? stripped
              : new String(Base64.getDecoder().decode(stripped), StandardCharsets.UTF_8);
      return TinkJsonProtoKeysetFormat.parseKeyset(
          json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException noKeySet) {
      throw new NotOpened("the sealing key set in " + where + " is not a Tink key set");
    }
  }

  /**
   * The file appears whole or not at all, readable by its owner only; when two servers start at
   * once, the first one's key set stays.
   */
  static void makeIfMissing(Path file) {
    if (Files.exists(file)) {
      return;
    }
    Path absolute = file.toAbsolutePath();
    Path draft = absolute.resolveSibling(absolute.getFileName() + "." + UUID.randomUUID());
    try {
      Files.createDirectories(absolute.resolveSibling("."));
      write(draft, text(newKeySet()), ownerOnly());
      publish(draft, absolute);
    } catch (IOException | GeneralSecurityException failed) {
      throw new NotOpened("the sealing key set " + file + " can't be made");
    }
  }

  /** Linking fails when the name is taken; renaming would overwrite another server's key set. */
  private static void publish(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException another) {
      return;
    } catch (UnsupportedOperationException noLinks) {
      Files.move(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Whether the application may change it: a file of its own in a folder of its own. */
  static boolean isOurs(Path file) {
    Path absolute = file.toAbsolutePath();
    return !Files.isSymbolicLink(absolute)
        && Files.isWritable(absolute)
        && Files.isWritable(absolute.resolveSibling("."));
  }

  /** In one step: whoever reads it meanwhile finds the old one or the new one. */
  static void replace(Path file, KeysetHandle keys) {
    Path absolute = file.toAbsolutePath();
    Path draft = absolute.resolveSibling(absolute.getFileName() + "." + UUID.randomUUID());
    try {
      write(draft, text(keys), permissionsOf(absolute));
      Files.move(
          draft, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | GeneralSecurityException failed) {
      throw new NotOpened("the sealing key set " + file + " can't be changed");
    } finally {
      absolute.resolveSibling(draft.getFileName()).toFile().delete();
    }
  }

  private static void write(Path draft, String text, FileAttribute<?>[] permissions)
      throws IOException {
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(draft, fresh, permissions)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static FileAttribute<?>[] permissionsOf(Path file) throws IOException {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(Files.getPosixFilePermissions(file))
        }
        : new FileAttribute<?>[0];
  }

  private static FileAttribute<?>[] ownerOnly() {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  private static KeysetHandle newKeySet() throws GeneralSecurityException {
    return KeysetHandle.generateNew(
        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
  }

  private static String text(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }
}
