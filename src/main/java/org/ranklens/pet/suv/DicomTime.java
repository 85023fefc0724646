package org.ranklens.pet.suv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ranklens.RefusedException;
import org.ranklens.pet.dicom.DataSet;
import org.ranklens.pet.dicom.Tag;

/**
 * Dates and times as DICOM writes them (PS3.5, 6.2), on one clock: the scanner's local time, with
 * the offset of (0008,0201) where a date-time tells another.
 */
final class DicomTime {

  private static final Pattern DATE = Pattern.compile("(\\d{4})[.-]?(\\d{2})[.-]?(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:\\.(\\d{1,9}))?)?)?");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{8})(\\d{2}(?:\\d{2}(?:\\d{2}(?:\\.\\d{1,9})?)?)?)([+-]\\d{4})?");

  private final Optional<ZoneOffset> zone;

  private DicomTime(Optional<ZoneOffset> zone) {
    this.zone = zone;
  }

  /** The clock of an object: the offset that its times are told in, if it tells one. */
  static DicomTime of(DataSet set) throws RefusedException {
    Optional<String> offset = set.string(Tag.TIMEZONE_OFFSET_FROM_UTC);
    try {
      return new DicomTime(offset.map(DicomTime::zone));
    } catch (DateTimeException e) {
      throw invalid(set, Tag.TIMEZONE_OFFSET_FROM_UTC);
    }
  }

  Optional<LocalDate> date(DataSet set, Tag tag) throws RefusedException {
    Optional<String> text = set.string(tag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(date(text.get()));
    } catch (DateTimeException e) {
      throw invalid(set, tag);
    }
  }

  Optional<LocalTime> time(DataSet set, Tag tag) throws RefusedException {
    Optional<String> text = set.string(tag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(time(text.get()));
    } catch (DateTimeException e) {
      throw invalid(set, tag);
    }
  }

  /** A date and a time of two attributes. */
  Optional<LocalDateTime> dateAndTime(DataSet set, Tag date, Tag time) throws RefusedException {
    Optional<LocalDate> day = date(set, date);
    Optional<LocalTime> clock = time(set, time);
    return day.isPresent() && clock.isPresent()
        ? Optional.of(day.get().atTime(clock.get()))
        : Optional.empty();
  }

  /** A date-time, brought to the object's own clock. */
  Optional<LocalDateTime> dateTime(DataSet set, Tag tag) throws RefusedException {
    Optional<String> text = set.string(tag);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher parts = DATE_TIME.matcher(text.get());
    if (!parts.matches()) {
      throw invalid(set, tag);
    }
    try {
      LocalDateTime local = date(parts.group(1)).atTime(time(parts.group(2)));
      if (parts.group(3) == null || zone.isEmpty()) {
        return Optional.of(local);
      }
      return Optional.of(
          OffsetDateTime.of(local, zone(parts.group(3)))
              .withOffsetSameInstant(zone.get())
              .toLocalDateTime());
    } catch (DateTimeException e) {
      throw invalid(set, tag);
    }
  }

  private static LocalDate date(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException(text);
    }
    return LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
  }

  private static LocalTime time(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      throw new DateTimeException(text);
    }
    String fraction = parts.group(4) == null ? "0" : parts.group(4);
    int nanos = Integer.parseInt((fraction + "00000000").substring(0, 9));
    // A leap second is the second before it.
    int second = Math.min(59, number(parts, 3));
    return LocalTime.of(number(parts, 1), number(parts, 2), second, nanos);
  }

  private static int number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
  }

  private static ZoneOffset zone(String text) {
    if (!text.matches("[+-]\\d{4}")) {
      throw new DateTimeException(text);
    }
    return ZoneOffset.of(text.substring(0, 3) + ":" + text.substring(3));
  }

  private static RefusedException invalid(DataSet set, Tag tag) {
    return set.refusal(
        "is no date or time as DICOM writes them: \"" + set.stringOrEmpty(tag) + "\"", tag, "");
  }
}
