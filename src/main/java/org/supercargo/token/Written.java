package org.supercargo.token;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import org.supercargo.carrier.Secret;
import org.supercargo.carrier.TokenSet;
import org.supercargo.custody.NotOpened;

/** A pair as the journal keeps it, before it is sealed. */
final class Written {
  private static final int FORMAT = 1;

  private Written() {}

  static Secret of(TokenSet tokens) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      for (Instant moment :
          new Instant[] {tokens.issuedAt(), tokens.accessExpiresAt(), tokens.refreshExpiresAt()}) {
        out.writeLong(moment.getEpochSecond());
        out.writeInt(moment.getNano());
      }
      write(tokens.accessToken(), out);
      write(tokens.refreshToken(), out);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return Secret.of(bytes.toByteArray());
  }

  static TokenSet read(Secret written) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(written.revealBytes()))) {
      int format = in.readByte();
      if (format != FORMAT) {
        throw new NotOpened("a journal entry has the unknown format " + format);
      }
      Instant issued = moment(in);
      Instant accessEnds = moment(in);
      Instant refreshEnds = moment(in);
      return new TokenSet(secret(in), secret(in), issued, accessEnds, refreshEnds);
    } catch (IOException cutShort) {
      throw new NotOpened("a journal entry is cut short");
    }
  }

  private static void write(Secret secret, DataOutputStream out) throws IOException {
    byte[] clear = secret.revealBytes();
    out.writeInt(clear.length);
    out.write(clear);
    Arrays.fill(clear, (byte) 0);
  }

  private static Secret secret(DataInputStream in) throws IOException {
    byte[] clear = in.readNBytes(in.readInt());
    Secret secret = Secret.of(clear);
    Arrays.fill(clear, (byte) 0);
    return secret;
  }

  private static Instant moment(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
