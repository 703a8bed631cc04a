import onnxProto, { type onnx } from 'onnx-proto';

const { AttributeProto, ModelProto, TensorProto } = onnxProto.onnx;

/** ONNX operator set: 17 is the first with LayerNormalization. */
const OPSET = 17;
/** The file format version that goes with operator set 17. */
const IR_VERSION = 8;

/** A fixed size, or the name of a size that is known only when the model runs. */
type Dimension = number | string;

/** An operator's attribute: a whole number is written as INT, `{ float }` as FLOAT, a list as INTS. */
export type Attribute = number | readonly number[] | { readonly float: number };

/** Collects the parts of an ONNX graph and writes them as one model file. Every method returns a value's name. */
export class OnnxBuilder {
  readonly #inputs: onnx.IValueInfoProto[] = [];
  readonly #outputs: onnx.IValueInfoProto[] = [];
  readonly #constants: onnx.ITensorProto[] = [];
  readonly #nodes: onnx.INodeProto[] = [];

  /** Declares an int64 input of the model. */
  input(name: string, shape: readonly Dimension[]): string {
    this.#inputs.push(valueInfo(name, TensorProto.DataType.INT64, shape));
    return name;
  }

  /** Declares the value `from` as a float32 output of the model, under the name `name`. */
  output(name: string, from: string, shape: readonly Dimension[]): string {
    this.#nodes.push({ opType: 'Identity', name, input: [from], output: [name] });
    this.#outputs.push(valueInfo(name, TensorProto.DataType.FLOAT, shape));
    return name;
  }

  /** Adds a float32 constant; `data` is row-major and is not copied. */
  floats(name: string, data: Float32Array, shape: readonly number[]): string {
    const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    this.#constants.push({ name, dims: [...shape], dataType: TensorProto.DataType.FLOAT, rawData });
    return name;
  }

  /** Adds a float32 constant that is a single number. */
  float(value: number): string {
    return this.floats(`constant_${this.#constants.length}`, Float32Array.of(value), []);
  }

  /** Adds a one-dimensional int64 constant, for the axes and shapes of operators. */
  integers(...values: number[]): string {
    const name = `constant_${this.#constants.length}`;
    const rawData = new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
    this.#constants.push({ name, dims: [values.length], dataType: TensorProto.DataType.INT64, rawData });
    return name;
  }

  /** Adds one operator with one output. Operators: https://onnx.ai/onnx/operators/ */
  node(opType: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    const name = `${opType}_${this.#nodes.length}`;
    const attribute = Object.entries(attributes).map(([key, value]) => attributeOf(key, value));
    this.#nodes.push({ opType, name, input: [...inputs], output: [name], attribute });
    return name;
  }

  /** The model file. The same calls in the same order give the same bytes. */
  encode(graphName: string): Uint8Array {
    return ModelProto.encode({
      irVersion: IR_VERSION,
      producerName: 'memory-bench-action',
      opsetImport: [{ domain: '', version: OPSET }],
      graph: {
        name: graphName,
        input: this.#inputs,
        output: this.#outputs,
        initializer: this.#constants,
        node: this.#nodes,
      },
    }).finish();
  }
}

function valueInfo(name: string, elemType: number, shape: readonly Dimension[]): onnx.IValueInfoProto {
  const dim = shape.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function attributeOf(name: string, value: Attribute): onnx.IAttributeProto {
  const { AttributeType } = AttributeProto;
  if (typeof value === 'number') return { name, type: AttributeType.INT, i: value };
  if ('float' in value) return { name, type: AttributeType.FLOAT, f: value.float };
  return { name, type: AttributeType.INTS, ints: [...value] };
}
