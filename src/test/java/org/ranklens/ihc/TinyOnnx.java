package org.ranklens.ihc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes small ONNX models byte by byte, as onnx.proto describes them. */
final class TinyOnnx {

  private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

  /** Adds a convolution of stride 1 whose output has the size of its input. */
  TinyOnnx conv(
      String in,
      String out,
      int channelsIn,
      int channels,
      int size,
      float[] weights,
      float[] bias) {
    tensor(out + "_w", new long[] {channels, channelsIn, size, size}, weights);
    tensor(out + "_b", new long[] {channels}, bias);
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    text(node, 1, in);
    text(node, 1, out + "_w");
    text(node, 1, out + "_b");
    text(node, 2, out);
    text(node, 3, "conv_" + out);
    text(node, 4, "Conv");
    int pad = size / 2;
    ints(node, "kernel_shape", size, size);
    ints(node, "pads", pad, pad, pad, pad);
    ints(node, "strides", 1, 1);
    bytes(graph, 1, node.toByteArray());
    return this;
  }

  TinyOnnx sigmoid(String in, String out) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    text(node, 1, in);
    text(node, 2, out);
    text(node, 3, "sigmoid_" + out);
    text(node, 4, "Sigmoid");
    bytes(graph, 1, node.toByteArray());
    return this;
  }

  TinyOnnx concat(String a, String b, String out) {
    ByteArrayOutputStream node = new ByteArrayOutputStream();
    text(node, 1, a);
    text(node, 1, b);
    text(node, 2, out);
    text(node, 3, "concat_" + out);
    text(node, 4, "Concat");
    ByteArrayOutputStream axis = new ByteArrayOutputStream();
    text(axis, 1, "axis");
    number(axis, 3, 1);
    number(axis, 20, 2);
    bytes(node, 5, axis.toByteArray());
    bytes(graph, 1, node.toByteArray());
    return this;
  }

  /** Returns the model; its input is {@code in}. */
  byte[] model(String out, int channels) {
    text(graph, 2, "tiny");
    bytes(graph, 11, value("in", 3));
    bytes(graph, 12, value(out, channels));
    ByteArrayOutputStream opset = new ByteArrayOutputStream();
    text(opset, 1, "");
    number(opset, 2, 11);
    ByteArrayOutputStream model = new ByteArrayOutputStream();
    number(model, 1, 6);
    bytes(model, 7, graph.toByteArray());
    bytes(model, 8, opset.toByteArray());
    return model.toByteArray();
  }

  private static byte[] value(String name, int channels) {
    ByteArrayOutputStream shape = new ByteArrayOutputStream();
    for (long length : new long[] {1, channels, 256, 256}) {
      ByteArrayOutputStream dim = new ByteArrayOutputStream();
      number(dim, 1, length);
      bytes(shape, 1, dim.toByteArray());
    }
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    number(tensor, 1, 1);
    bytes(tensor, 2, shape.toByteArray());
    ByteArrayOutputStream type = new ByteArrayOutputStream();
    bytes(type, 1, tensor.toByteArray());
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    text(value, 1, name);
    bytes(value, 2, type.toByteArray());
    return value.toByteArray();
  }

  private void tensor(String name, long[] lengths, float[] values) {
    ByteArrayOutputStream tensor = new ByteArrayOutputStream();
    for (long length : lengths) {
      number(tensor, 1, length);
    }
    number(tensor, 2, 1);
    text(tensor, 8, name);
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    bytes(tensor, 9, raw.array());
    bytes(graph, 5, tensor.toByteArray());
  }

  private static void ints(ByteArrayOutputStream node, String name, int... values) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    text(attribute, 1, name);
    for (int value : values) {
      number(attribute, 8, value);
    }
    number(attribute, 20, 7);
    bytes(node, 5, attribute.toByteArray());
  }

  private static void text(ByteArrayOutputStream to, int field, String text) {
    bytes(to, field, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(ByteArrayOutputStream to, int field, byte[] bytes) {
    varint(to, ((long) field << 3) | 2);
    varint(to, bytes.length);
    to.writeBytes(bytes);
  }

  private static void number(ByteArrayOutputStream to, int field, long value) {
    varint(to, (long) field << 3);
    varint(to, value);
  }

  private static void varint(ByteArrayOutputStream to, long value) {
    long rest = value;
    while (rest > 127) {
      to.write((int) ((rest & 127) | 128));
      rest >>>= 7;
    }
    to.write((int) rest);
  }
}
