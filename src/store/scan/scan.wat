;; The scan of the stored vectors: one dot product a row, with WebAssembly's 128-bit SIMD.
;; `npm run build:scan` makes scan.wasm of it.
(module
  (import "scan" "memory" (memory 0))

  ;; scores[i] = scales[i] * (row i of the matrix · query)
  ;;
  ;; A row has `width` signed bytes, the query as many signed 16-bit numbers; `width` is a multiple
  ;; of 16. Scales and scores are 32-bit floating point. All but `rows` and `width` are addresses.
  ;; The caller sees to it that no sum leaves 32 bits.
  (func (export "scan")
    (param $matrix i32) (param $rows i32) (param $width i32)
    (param $query i32) (param $scales i32) (param $scores i32)
    (local $sums v128) (local $bytes v128)
    (local $number i32) (local $end i32) (local $last i32)

    (local.set $last (i32.add (local.get $scores) (i32.shl (local.get $rows) (i32.const 2))))
    (block $done
      (loop $row
        (br_if $done (i32.ge_u (local.get $scores) (local.get $last)))
        (local.set $sums (v128.const i32x4 0 0 0 0))
        (local.set $number (local.get $query))
        (local.set $end (i32.add (local.get $matrix) (local.get $width)))
        (loop $sixteen
          (local.set $bytes (v128.load (local.get $matrix)))
          (local.set $sums
            (i32x4.add
              (local.get $sums)
              (i32x4.add
                (i32x4.dot_i16x8_s
                  (i16x8.extend_low_i8x16_s (local.get $bytes))
                  (v128.load (local.get $number)))
                (i32x4.dot_i16x8_s
                  (i16x8.extend_high_i8x16_s (local.get $bytes))
                  (v128.load offset=16 (local.get $number))))))
          (local.set $number (i32.add (local.get $number) (i32.const 32)))
          (local.set $matrix (i32.add (local.get $matrix) (i32.const 16)))
          (br_if $sixteen (i32.lt_u (local.get $matrix) (local.get $end))))
        (f32.store (local.get $scores)
          (f32.mul
            (f32.load (local.get $scales))
            (f32.convert_i32_s
              (i32.add
                (i32.add
                  (i32x4.extract_lane 0 (local.get $sums))
                  (i32x4.extract_lane 1 (local.get $sums)))
                (i32.add
                  (i32x4.extract_lane 2 (local.get $sums))
                  (i32x4.extract_lane 3 (local.get $sums)))))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $scores (i32.add (local.get $scores) (i32.const 4)))
        (br $row)))))
